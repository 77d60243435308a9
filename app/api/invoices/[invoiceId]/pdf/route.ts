import { z } from "zod";
import { findInvoicePdf } from "@/db/queries/invoices";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

/** The frozen bytes of an invoice for a member of its seller or for the operator, opened in the browser. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ invoiceId: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (sellerScopeOf(viewer) ?? adminScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const invoiceId = z.uuid().safeParse((await params).invoiceId);
  const invoice = invoiceId.success ? await findInvoicePdf(scope, invoiceId.data) : undefined;
  if (!invoice) return new Response(null, { status: 404 });
  const name = `${invoice.kind === "invoice" ? "facture" : "avoir"}-${invoice.number.replace(/[^A-Za-z0-9-]+/g, "-")}.pdf`;
  return new Response(new Uint8Array(invoice.pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      etag: `"${invoice.pdfSha256}"`,
    },
  });
}
