import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import { creditNoteOf, creditOfRemainder } from "@/lib/invoices/credit-note";
import { creditableRemainder } from "@/lib/invoices/creditable-remainder";
import type { InvoiceDraft } from "@/lib/invoices/draft";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { type InvoiceDocument, numberInvoice } from "@/lib/invoices/invoice";
import { vatIncludedCents } from "@/lib/money/vat";
import { brokenRules } from "@/tests/unit/invoices/en16931";
import { randomDraft } from "@/tests/unit/invoices/random-drafts";
import { SAMPLES } from "@/tests/unit/invoices/samples";

function issued(draft: InvoiceDraft) {
  const outcome = computeInvoice(draft);
  if (!outcome.ok) {
    throw new Error(outcome.reason);
  }
  return numberInvoice(outcome.value, "F-2026-000001");
}

function gross(draft: InvoiceDraft): number {
  const lines = draft.lines.reduce((total, line) => total + line.quantity * line.unitPriceCents, 0);
  return lines + draft.shippingCents - (draft.discounts[0]?.amountCents ?? 0);
}

describe("arithmetic of EN 16931", () => {
  test.each(Object.entries(SAMPLES))("%s breaks no rule", (_, invoice) => {
    expect(brokenRules(facturXml(invoice))).toEqual([]);
  });

  test("the checker itself sees a cent", () => {
    const xml = facturXml(Object.values(SAMPLES)[0] ?? issuedNever());
    const grand = /<ram:GrandTotalAmount>([\d.]+)</.exec(xml)?.[1] ?? "";
    const wrong = xml.replace(`Amount>${grand}<`, `Amount>${(Number(grand) + 0.01).toFixed(2)}<`);
    expect(brokenRules(wrong)).toContain("BR-CO-15");
  });

  test("random orders break no rule, and the total is what the customer paid", () => {
    fc.assert(
      fc.property(randomDraft(), (draft) => {
        const invoice = issued(draft);
        expect(invoice.totals.grossCents).toBe(gross(draft));
        expect(brokenRules(facturXml(invoice))).toEqual([]);
        for (const line of invoice.lines) {
          expect(line.netCents).toBeGreaterThanOrEqual(0);
          expect(line.netCents + line.vatCents).toBe(line.grossCents);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("credit notes by pieces cancel the invoice to the cent, per VAT group, and break no rule", () => {
    fc.assert(
      fc.property(randomDraft(), fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 5 }), (draft, parts) => {
        const invoice = issued(draft);
        const notes: InvoiceDocument[] = [];
        for (const part of [...parts, 1000]) {
          const left = creditableRemainder(invoice, notes);
          const everything = creditOfRemainder(left);
          const credit = {
            lines: everything.lines.map(({ lineId, amountCents }) => ({
              lineId,
              amountCents: Math.floor((amountCents * part) / 1000),
            })),
            shippingCents: Math.floor((everything.shippingCents * part) / 1000),
          };
          const total = credit.lines.reduce((sum, line) => sum + line.amountCents, credit.shippingCents);
          if (total > 0) {
            const note = creditNoteOf({ invoice, creditNotes: notes, credit, issuedOn: invoice.issuedOn, refunds: [] });
            if (!note.ok) {
              throw new Error(note.reason);
            }
            expect(note.value.totals.grossCents).toBe(total);
            notes.push(note.value);
          }
        }
        const left = creditableRemainder(invoice, notes);
        expect(left.vatGroups.map(({ netCents, vatCents, grossCents }) => [netCents, vatCents, grossCents])).toEqual(
          left.vatGroups.map(() => [0, 0, 0]),
        );
        expect(notes.every((note) => note.totals.vatCents >= 0 && note.totals.netCents >= 0)).toBe(true);
        for (const note of notes) {
          const broken = brokenRules(facturXml(numberInvoice(note, "A-1")));
          expect(takesWhatIsLeft(note) ? broken.filter((rule) => rule !== "BR-CO-17") : broken).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * Whether a note's VAT is what its group has left instead of the usual rounding: some cents may have gathered in the
 * notes before, within the unit that the official rules tolerate on BR-CO-17.
 */
function takesWhatIsLeft({ vatGroups }: InvoiceDocument): boolean {
  return vatGroups.some((group) => group.vatCents !== vatIncludedCents(group.grossCents, group.vatRateBps));
}

function issuedNever(): never {
  throw new Error("there is a first sample");
}
