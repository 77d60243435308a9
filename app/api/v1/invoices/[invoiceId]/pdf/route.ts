import { findInvoicePdf } from "@/db/queries/invoices";
import { getInvoicePdf } from "@/lib/server/api/operations/invoices";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(getInvoicePdf, async ({ scope, params }) => {
    const invoice = await findInvoicePdf(scope, params.invoiceId);
    if (!invoice) return problem("not_found");
    return new Response(Buffer.from(invoice.pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="${invoice.number}.pdf"`,
        "Cache-Control": "private, no-store",
        ETag: `"${invoice.pdfSha256}"`,
      },
    });
  }),
);
