import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { Font } from "@react-pdf/renderer";
import { extractXml } from "@stackforge-eu/factur-x";
import { describe, expect, test } from "vitest";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { PAPER_FONT } from "@/lib/server/pdf/fonts";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { line, numbered } from "@/tests/unit/invoices/drafts";
import { manyLines, SAMPLES, tenLines } from "@/tests/unit/invoices/samples";

const at = new Date("2026-11-23T09:30:00Z");

function metadataOf(file: PDFDocument): string {
  const stream = file.context.lookup(file.catalog.get(PDFName.of("Metadata")));
  return stream instanceof PDFRawStream ? new TextDecoder().decode(stream.contents) : "";
}

function fontFilesOf(file: PDFDocument) {
  const objects = file.context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionaries = objects.filter((object) => object instanceof PDFDict);
  const fonts = dictionaries.filter((one) => one.get(PDFName.of("Type")) === PDFName.of("Font"));
  const descriptors = dictionaries.filter((one) => one.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"));
  return { fonts, descriptors };
}

describe("renderInvoicePdf", () => {
  test.each(Object.entries(SAMPLES))(
    "%s: the XML comes back out, every font is embedded, every object is whole",
    async (_, invoice) => {
      const bytes = await renderInvoicePdf(invoice, invoice.number, at);
      const { xml, filename } = await extractXml(bytes);
      expect(filename).toBe("factur-x.xml");
      expect(xml).toBe(facturXml(invoice));
      const file = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
      const { fonts, descriptors } = fontFilesOf(file);
      expect(fonts.length).toBeGreaterThan(0);
      expect(descriptors.length).toBeGreaterThan(0);
      expect(descriptors.every((one) => one.has(PDFName.of("FontFile2")))).toBe(true);
      const bases = fonts.map((one) => String(one.get(PDFName.of("BaseFont"))));
      expect(bases.every((base) => base.includes("+SourceSans3"))).toBe(true);
    },
  );

  test("is a PDF/A-3b: part, level, extension schema, language, title, output intent, no encryption", async () => {
    const file = await PDFDocument.load(await renderInvoicePdf(tenLines, tenLines.number, at), {
      updateMetadata: false,
    });
    const xmp = metadataOf(file);
    expect(xmp).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
    expect(xmp).toContain("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>");
    expect(xmp).toContain("<pdfaSchema:prefix>fx</pdfaSchema:prefix>");
    expect(xmp).toContain("<xmp:CreateDate>2026-11-23T09:30:00Z</xmp:CreateDate>");
    expect(file.getTitle()).toBe(`Facture ${tenLines.number}`);
    expect(file.getCreationDate()).toEqual(at);
    const language = file.catalog.get(PDFName.of("Lang"));
    expect(language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : "").toBe(
      "fr-FR",
    );
    expect(file.catalog.lookup(PDFName.of("OutputIntents"), PDFArray).size()).toBe(1);
    expect(file.catalog.lookup(PDFName.of("AF"), PDFArray).size()).toBe(1);
    const attached = file.catalog.lookup(PDFName.of("AF"), PDFArray).lookup(0, PDFDict);
    expect(attached.get(PDFName.of("AFRelationship"))).toBe(PDFName.of("Alternative"));
    expect(file.isEncrypted).toBe(false);
  });

  test("same document, number and instant: same bytes", async () => {
    const [first, second] = [await renderInvoicePdf(tenLines, "F-1", at), await renderInvoicePdf(tenLines, "F-1", at)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test("ten lines weigh less than 200 kB", async () => {
    expect((await renderInvoicePdf(tenLines, tenLines.number, at)).length).toBeLessThan(200_000);
  });

  test("500 lines come out on numbered pages", async () => {
    const invoice = numbered({ lines: manyLines(500) });
    const file = await PDFDocument.load(await renderInvoicePdf(invoice, invoice.number, at), { updateMetadata: false });
    expect(file.getPageCount()).toBeGreaterThan(20);
  }, 30_000);

  test("a sign that is a part of another keeps its own name in later documents", async () => {
    const accented = numbered({ lines: [line({ name: "À É Ç" })], seller: { ...numbered().seller, name: "À É Ç" } });
    await renderInvoicePdf(accented, accented.number, at);
    for (const fontWeight of [400, 600]) {
      const font = Font.getFont({ fontFamily: PAPER_FONT, fontWeight }).data;
      const named = font
        ?.layout("AECaec")
        .glyphs.map((glyph: { codePoints: readonly number[] }) => glyph.codePoints.length);
      expect(named).toEqual([1, 1, 1, 1, 1, 1]);
    }
  });
});
