import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { type InvoiceDocument, numberInvoice } from "@/lib/invoices/invoice";
import { printedName } from "@/lib/invoices/seller-block";
import { attachFacturX } from "@/lib/server/pdf/factur-x-attachment";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { InvoicePaper } from "@/lib/server/pdf/invoice-paper";
import { PRODUCER } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";

/**
 * The Factur-X file of an invoice or credit note: PDF/A-3b, fonts embedded, XML attached.
 *
 * Same document, number and instant: same bytes. Any failure throws, so that the caller's transaction gives the
 * number back.
 */
export async function renderInvoicePdf(document: InvoiceDocument, number: string, issuedAt: Date): Promise<Uint8Array> {
  const invoice = numberInvoice(document, number);
  await loadFonts();
  const printed = readableCopy(invoice);
  const pdf = await renderPaper(() => <InvoicePaper invoice={printed} issuedAt={issuedAt} />);
  return attachFacturX({
    pdf,
    xml: facturXml(invoice),
    facts: {
      title: `${document.kind === "invoice" ? "Facture" : "Avoir"} ${number}`,
      author: printed.seller.tradeName ?? printedName(printed.seller),
      producer: PRODUCER,
      createdAt: issuedAt,
    },
  });
}
