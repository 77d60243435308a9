import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { checkInvoice } from "@/lib/invoices/checker/check-invoice";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { readUploadedPdf } from "@/lib/server/pdf/uploaded-pdf";
import { line, numbered } from "@/tests/unit/invoices/drafts";
import { SAMPLES } from "@/tests/unit/invoices/samples";

const at = new Date("2026-11-23T09:30:00Z");

async function readBack(bytes: Uint8Array) {
  const outcome = await readUploadedPdf(bytes);
  if (!outcome.ok) {
    throw new Error(outcome.reason);
  }
  return outcome.value;
}

describe("readUploadedPdf", () => {
  test.each(Object.entries(SAMPLES))(
    "%s: the checker finds nothing wrong or missing on our own",
    async (_, invoice) => {
      const file = await readBack(await renderInvoicePdf(invoice, invoice.number, at));
      expect(file.xml).toBe(facturXml(invoice));
      const { kind, findings } = checkInvoice(file, {
        seller: { name: invoice.seller.name, status: invoice.seller.status },
        buyer: { name: invoice.buyer.name, kind: invoice.buyer.kind },
        order: { number: invoice.order.number, totalCents: invoice.totals.grossCents },
      });
      expect(kind).toBe("structured");
      expect(findings.filter((finding) => finding.verdict === "missing" || finding.verdict === "wrong")).toEqual([]);
    },
    30_000,
  );

  test("no letter is lost from one document to the next", async () => {
    const accented = numbered({ lines: [line({ name: "À É Ê Ç Œ" })] });
    await renderInvoicePdf(accented, accented.number, at);
    const pangram =
      "Voix ambiguë d’un cœur qui, au zéphyr, préfère les jattes de kiwis. ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789";
    const plain = numbered({ lines: [line({ name: pangram })] });
    const { pages } = await readBack(await renderInvoicePdf(plain, plain.number, at));
    expect(pages.join(" ").replace(/\s+/g, " ")).toContain(pangram);
  });

  test("a page without words is a scan", async () => {
    const file = await PDFDocument.create();
    file.addPage();
    const bytes = Buffer.from(await file.save());
    expect(checkInvoice(await readBack(bytes), {})).toEqual({ kind: "scan", findings: [] });
  });

  test("300 pages: the first and the last are read, the count is told", async () => {
    const file = await PDFDocument.create();
    for (let page = 0; page < 300; page += 1) {
      file.addPage();
    }
    const { pages, pageCount, pagesRead } = await readBack(await file.save());
    expect([pages.length, pageCount, pagesRead]).toEqual([300, 300, 60]);
  });

  test("what is no PDF is refused", async () => {
    expect(await readUploadedPdf(new TextEncoder().encode("hello"))).toEqual({ ok: false, reason: "pdf_unreadable" });
  });
});
