import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import { creditNoteOf, creditOfRefund, creditOfRemainder, replacementDraft } from "@/lib/invoices/credit-note";
import { type Credit, creditableRemainder } from "@/lib/invoices/creditable-remainder";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { type InvoiceDocument, numberInvoice } from "@/lib/invoices/invoice";
import { documentFrom, line, numbered, paidInFull, professional } from "@/tests/unit/invoices/drafts";

const invoice = numbered(
  paidInFull({
    lines: [line({ quantity: 2 }), line({ lineId: "l2", unitPriceCents: 1790, vatRateBps: 550 })],
    shippingCents: 590,
    discounts: [{ amountCents: 1000, fundedBy: "seller" }],
  }),
);

function credit(wanted: Credit, creditNotes: readonly InvoiceDocument[] = []) {
  return creditNoteOf({ invoice, creditNotes, credit: wanted, issuedOn: isoDate("2026-11-30"), refunds: [] });
}

function issued(wanted: Credit, creditNotes: readonly InvoiceDocument[] = []): InvoiceDocument {
  const outcome = credit(wanted, creditNotes);
  if (!outcome.ok) {
    throw new Error(outcome.reason);
  }
  return outcome.value;
}

describe("credit notes", () => {
  test("in full: the amounts of the invoice, positive, with its number and day", () => {
    const note = issued(creditOfRemainder(creditableRemainder(invoice, [])));
    expect(note.kind).toBe("credit_note");
    expect(note.precedingInvoice).toEqual({ number: "F-2026-000042", issuedOn: "2026-11-23" });
    expect(note.totals).toMatchObject({
      netCents: invoice.totals.netCents,
      vatCents: invoice.totals.vatCents,
      grossCents: invoice.totals.grossCents,
    });
    expect(note.lines.map((one) => [one.quantity, one.grossCents])).toEqual([
      [2, 9132],
      [1, 1638],
    ]);
    expect(note.mentions.map((mention) => mention.code)).toEqual(["operation_goods"]);
  });

  test("in part, then the rest: nothing is left, nothing more can be credited", () => {
    const first = issued({ lines: [{ lineId: "l1", amountCents: 4566, quantity: 1 }], shippingCents: 0 });
    expect(first.totals).toMatchObject({ grossCents: 4566, vatCents: 761, netCents: 3805 });
    const left = creditableRemainder(invoice, [first]);
    expect(left.lines).toEqual([
      { lineId: "l1", quantity: 1, grossCents: 4566 },
      { lineId: "l2", quantity: 1, grossCents: 1638 },
    ]);
    expect(left.shippingCents).toBe(590);
    const second = issued(creditOfRemainder(left), [first]);
    expect(creditableRemainder(invoice, [first, second]).grossCents).toBe(0);
    expect(first.totals.vatCents + second.totals.vatCents).toBe(invoice.totals.vatCents);
    expect(credit({ lines: [], shippingCents: 1 }, [first, second])).toMatchObject({
      reason: "nothing_left_to_credit",
    });
  });

  test("a price reduction takes no piece back", () => {
    const note = issued({ lines: [{ lineId: "l1", amountCents: 500 }], shippingCents: 0 });
    expect(note.lines).toMatchObject([{ quantity: 1, grossCents: 500 }]);
    expect(facturXml(numberInvoice(note, "A-1"))).toContain("Réduction de prix");
    expect(creditableRemainder(invoice, [note]).lines[0]).toEqual({ lineId: "l1", quantity: 2, grossCents: 8632 });
  });

  test.each([
    { reason: "credit_exceeds_remainder", wanted: { lines: [{ lineId: "l1", amountCents: 9133 }], shippingCents: 0 } },
    { reason: "credit_exceeds_remainder", wanted: { lines: [], shippingCents: 591 } },
    { reason: "credit_line_unknown", wanted: { lines: [{ lineId: "l9", amountCents: 1 }], shippingCents: 0 } },
    { reason: "credit_amount_invalid", wanted: { lines: [], shippingCents: 0 } },
    { reason: "credit_amount_invalid", wanted: { lines: [{ lineId: "l1", amountCents: -1 }], shippingCents: 0 } },
    {
      reason: "credit_amount_invalid",
      wanted: {
        lines: [
          { lineId: "l1", amountCents: 1 },
          { lineId: "l1", amountCents: 1 },
        ],
        shippingCents: 0,
      },
    },
  ])("$reason", ({ reason, wanted }) => {
    expect(credit(wanted)).toMatchObject({ ok: false, reason });
  });

  test("more paid back than credited is refused", () => {
    const refunds = [{ method: "card", paidOn: isoDate("2026-11-30"), amountCents: 591 }] as const;
    const request = { invoice, creditNotes: [], issuedOn: isoDate("2026-11-30"), refunds };
    expect(creditNoteOf({ ...request, credit: { lines: [], shippingCents: 590 } })).toMatchObject({
      reason: "payments_exceed_total",
    });
  });

  test("a refund proposes its credit: one line, or all lines pro rata, never more than remains", () => {
    const left = creditableRemainder(invoice, []);
    expect(creditOfRefund(left, { lineId: "l2", amountCents: 5000, shippingCents: 900 })).toEqual({
      lines: [{ lineId: "l2", amountCents: 1638, quantity: 1 }],
      shippingCents: 590,
    });
    expect(creditOfRefund(left, { amountCents: 1000, shippingCents: 0 }).lines).toEqual([
      { lineId: "l1", amountCents: 848 },
      { lineId: "l2", amountCents: 152 },
    ]);
  });

  test("an invoice issued elsewhere is credited by a draft that names it", () => {
    const precedingInvoice = { number: "EXT-9", issuedOn: isoDate("2026-10-01") };
    expect(documentFrom({ kind: "credit_note", precedingInvoice })).toMatchObject({
      precedingInvoice,
      kind: "credit_note",
    });
  });

  test("in my company's name: the same amounts, another buyer, the first invoice named", () => {
    const outcome = computeInvoice(replacementDraft(invoice, professional, isoDate("2026-11-30")));
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        kind: "invoice",
        totals: invoice.totals,
        buyer: professional,
        precedingInvoice: { number: invoice.number },
      },
    });
  });
});
