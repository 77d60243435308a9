import { z } from "zod";
import { findInvoicePdf } from "@/db/queries/invoices";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";

type Address = { params: Promise<{ token: string; invoiceId: string }> };

/** An invoice or credit note of the link's order, byte for byte as it was issued. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { token, invoiceId } = await params;
  const scope = await openCustomerLink(token, currentTime());
  const id = z.uuid().safeParse(invoiceId);
  const invoice = scope && id.success ? await findInvoicePdf(scope, id.data) : undefined;
  if (!invoice) return new Response(null, { status: 404 });
  const name = invoice.number.replace(/[^A-Za-z0-9._-]/g, "_");
  return new Response(new Uint8Array(invoice.pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${invoice.kind === "invoice" ? "facture" : "avoir"}-${name}.pdf"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
      etag: `"${invoice.pdfSha256}"`,
    },
  });
}
