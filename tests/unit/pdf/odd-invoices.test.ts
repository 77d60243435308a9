import { describe, expect, test } from "vitest";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { readUploadedPdf } from "@/lib/server/pdf/uploaded-pdf";
import { line, numbered } from "@/tests/unit/invoices/drafts";
import { priceReduction } from "@/tests/unit/invoices/samples";

const at = new Date("2026-11-23T09:30:00Z");

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const read = await readUploadedPdf(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.value.pages.join("\n");
}

describe("invoices that are seldom seen", () => {
  test("500 lines: the first, the last and the total are on the page", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => line({ lineId: `l${index}`, name: `Article ${index}` }));
    const invoice = numbered({ lines });
    const words = await wordsOf(await renderInvoicePdf(invoice, invoice.number, at));
    expect(words).toContain("Article 0");
    expect(words).toContain("Article 499");
    expect(words).toMatch(/Total TTC/);
  }, 120_000);

  test("a price reduction says so and counts no piece", async () => {
    const words = await wordsOf(await renderInvoicePdf(priceReduction, priceReduction.number, at));
    expect(words).toMatch(/Réduction de prix/);
    expect(words).toMatch(/–\s+–\s+20/);
  });

  test.each(["🦊", "דוד", "كريم", "李小龍", "Ωμέγα", "Zoë 👩‍👩‍👧", "\u202Egnirts\u202C"])(
    "a buyer called %s is never blank",
    async (name) => {
      const address = { name, line1: "3 rue des Lilas", postcode: "75011", city: "Paris", country: "FR" };
      const invoice = numbered({ buyer: { kind: "consumer", name, address } });
      const words = await wordsOf(await renderInvoicePdf(invoice, invoice.number, at));
      const block = /Facturé à\s*([\s\S]*?)3 rue des Lilas/.exec(words)?.[1] ?? words;
      expect(block.replace(/Livré à|\s/g, "")).toMatch(/[\p{L}\p{N}]/u);
    },
    30_000,
  );
});
