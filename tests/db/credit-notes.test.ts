import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { issueCorrectedInvoice } from "@/db/commands/issue-corrected-invoice";
import { type CreditNoteInput, issueCreditNote } from "@/db/commands/issue-credit-note";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { recordRefund } from "@/db/commands/record-refund";
import { invoices } from "@/db/schema/invoices";
import { events } from "@/db/schema/journal";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { InvoiceBuyer } from "@/lib/invoices/draft";
import { type MadeSeller, makeOrder, memberOf } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

afterAll(closeDatabase);

const now = instant("2026-11-20T09:00:00Z");
const issuing = { render: stubRender, now };
const ALL = { kind: "remainder" } as const;

/** Two lamps at 49.90 € and a delivery at 4.90 €, invoiced. */
async function invoiced() {
  const seller = await makeInvoicingSeller();
  const order = await makeOrder(seller);
  await issueInvoice(seller.scope, { orderNumber: order.number }, issuing);
  const credit = (asked: CreditNoteInput["asked"], more: Partial<CreditNoteInput> = {}) =>
    issueCreditNote(seller.scope, { orderNumber: order.number, asked, ...more }, issuing);
  return { seller, order, credit };
}

function rowsOf(seller: MadeSeller, orderId: string) {
  return withScope(seller.job, (tx) =>
    tx.select().from(invoices).where(eq(invoices.orderId, orderId)).orderBy(invoices.kind, invoices.sequence),
  );
}

describe("issueCreditNote", () => {
  test("in part, then all the rest, then nothing: each number follows the last", async () => {
    const { seller, order, credit } = await invoiced();
    const one = { kind: "parts", lines: [{ lineId: "LAMPE-01", quantity: 1 }], shippingCents: 0 } as const;
    expect(await credit(one)).toMatchObject({
      value: { number: "A-000001", precedingNumber: "F-000001", grossCents: 4990, remainingCents: 5480 },
    });
    expect(await credit(ALL)).toMatchObject({ value: { number: "A-000002", grossCents: 5480, remainingCents: 0 } });
    expect(await credit(ALL)).toMatchObject({ ok: false, reason: "nothing_left_to_credit" });
    const kept = await rowsOf(seller, order.id);
    const vat = (kind: string) => kept.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.vatCents, 0);
    expect(vat("credit_note")).toBe(vat("invoice"));
    const [invoice] = kept.filter((row) => row.kind === "invoice");
    expect(kept.filter((row) => row.kind === "credit_note").map((row) => row.precedingInvoiceId)).toEqual([
      invoice?.id,
      invoice?.id,
    ]);
  });

  test.each([
    { reason: "credit_exceeds_remainder", asked: { lines: [{ lineId: "LAMPE-01", quantity: 3 }], shippingCents: 0 } },
    {
      reason: "credit_exceeds_remainder",
      asked: { lines: [{ lineId: "LAMPE-01", amountCents: 9981 }], shippingCents: 0 },
    },
    { reason: "credit_exceeds_remainder", asked: { lines: [], shippingCents: 491 } },
    { reason: "credit_line_unknown", asked: { lines: [{ lineId: "AUTRE", amountCents: 1 }], shippingCents: 0 } },
    { reason: "credit_amount_invalid", asked: { lines: [], shippingCents: 0 } },
  ] as const)("$reason draws no number", async ({ reason, asked }) => {
    const { credit } = await invoiced();
    expect(await credit({ kind: "parts", ...asked })).toMatchObject({ ok: false, reason });
    expect(await credit(ALL)).toMatchObject({ value: { number: "A-000001" } });
  });

  test("ten at once never credit more than the invoice, and their numbers follow", async () => {
    const { seller, order, credit } = await invoiced();
    const reduction = { kind: "parts", lines: [{ lineId: "LAMPE-01", amountCents: 1500 }], shippingCents: 0 } as const;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => credit(reduction)));
    const numbers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.number] : [])).sort();
    expect(numbers).toEqual(["A-000001", "A-000002", "A-000003", "A-000004", "A-000005", "A-000006"]);
    const notes = (await rowsOf(seller, order.id)).filter((row) => row.kind === "credit_note");
    expect(notes.reduce((sum, row) => sum + row.grossCents, 0)).toBe(9000);
  });

  test("the same form sent twice issues one", async () => {
    const { credit } = await invoiced();
    const asked = { kind: "parts", lines: [{ lineId: "LAMPE-01", amountCents: 100 }], shippingCents: 0 } as const;
    expect(await credit(asked, { remainingCents: 10470 })).toMatchObject({ ok: true });
    expect(await credit(asked, { remainingCents: 10470 })).toMatchObject({ reason: "remainder_changed" });
  });

  test("says what was paid back already, once", async () => {
    const { seller, order, credit } = await invoiced();
    const refund = { amountCents: 4990, shippingCents: 0, method: "card", reference: "R1", paidAt: now };
    await recordRefund(seller.scope, { number: order.number, refund }, now);
    await credit({ kind: "refund", amountCents: 4990, shippingCents: 0 });
    await credit(ALL);
    const notes = (await rowsOf(seller, order.id)).filter((row) => row.kind === "credit_note");
    expect(notes.map((row) => [row.grossCents, row.document.totals.paidCents])).toEqual([
      [4990, 4990],
      [5480, 0],
    ]);
  });

  test("on an invoice issued elsewhere, named by its number and day", async () => {
    const seller = await makeInvoicingSeller();
    const order = await makeOrder(seller);
    await withScope(seller.job, (tx) =>
      tx
        .update(orders)
        .set({ externalInvoiceNumber: "EXT-77", externalInvoiceOn: isoDate("2026-11-02") })
        .where(eq(orders.id, order.id)),
    );
    const outcome = await issueCreditNote(seller.scope, { orderNumber: order.number, asked: ALL }, issuing);
    expect(outcome).toMatchObject({ value: { number: "A-000001", precedingNumber: "EXT-77", grossCents: 10470 } });
    const [note] = await rowsOf(seller, order.id);
    expect(note?.document.precedingInvoice).toEqual({ number: "EXT-77", issuedOn: "2026-11-02" });
    expect(await issueCreditNote(seller.scope, { orderNumber: order.number, asked: ALL }, issuing)).toMatchObject({
      reason: "nothing_left_to_credit",
    });
  });

  test("an invoice elsewhere that only the credit note named is not issued here as well, nor credited under another number", async () => {
    const seller = await makeInvoicingSeller();
    const order = await makeOrder(seller);
    const credit = (number: string) =>
      issueCreditNote(
        seller.scope,
        { orderNumber: order.number, asked: ALL, externalInvoice: { number, issuedOn: isoDate("2026-11-02") } },
        issuing,
      );
    expect(await credit("EXT-78")).toMatchObject({ value: { precedingNumber: "EXT-78", remainingCents: 0 } });
    expect(await credit("EXT-79")).toMatchObject({ reason: "nothing_left_to_credit" });
    expect(await issueInvoice(seller.scope, { orderNumber: order.number }, issuing)).toMatchObject({
      reason: "external_invoice_exists",
    });
  });

  test("without an invoice, elsewhere, for a reader or another seller: told, and no number drawn", async () => {
    const seller = await makeInvoicingSeller();
    const order = await makeOrder(seller);
    const input = { orderNumber: order.number, asked: ALL };
    expect(await issueCreditNote(seller.scope, input, issuing)).toMatchObject({ reason: "no_invoice_to_credit" });
    const reader = memberOf(seller.id, "viewer");
    expect(await issueCreditNote(reader, input, issuing)).toMatchObject({ reason: "not_allowed" });
    const other = await makeInvoicingSeller();
    expect(await issueCreditNote(other.scope, input, issuing)).toMatchObject({ reason: "not_found" });
    await issueInvoice(seller.scope, { orderNumber: order.number }, issuing);
    await withScope(seller.job, (tx) =>
      tx.update(sellers).set({ invoicingMode: "issued_elsewhere" }).where(eq(sellers.id, seller.id)),
    );
    expect(await issueCreditNote(seller.scope, input, issuing)).toMatchObject({ reason: "invoice_issued_elsewhere" });
  });

  test("is told to the journal with the invoice it refers to", async () => {
    const { seller, credit } = await invoiced();
    await credit(ALL);
    const written = await withScope(seller.job, (tx) =>
      tx
        .select({ type: events.type })
        .from(events)
        .where(and(eq(events.streamKind, "seller"), eq(events.streamId, seller.id)))
        .orderBy(events.seq),
    );
    expect(written.map(({ type }) => type)).toEqual(["invoice_issued", "credit_note_issued"]);
  });
});

const company: InvoiceBuyer = {
  kind: "professional",
  name: "Café Lumière SARL",
  address: {
    name: "Café Lumière SARL",
    line1: "17 quai de la Loire",
    postcode: "44000",
    city: "Nantes",
    country: "FR",
  },
  siren: "732829320",
};

describe("issueCorrectedInvoice", () => {
  test("credits the first in full and replaces it, both naming it", async () => {
    const { seller, order } = await invoiced();
    const outcome = await issueCorrectedInvoice(seller.scope, { orderNumber: order.number, buyer: company }, issuing);
    expect(outcome).toMatchObject({
      value: { creditNoteNumber: "A-000001", invoiceNumber: "F-000002", replacedNumber: "F-000001" },
    });
    const kept = await rowsOf(seller, order.id);
    const [first, note, second] = ["F-000001", "A-000001", "F-000002"].map((number) =>
      kept.find((row) => row.number === number),
    );
    expect(note).toMatchObject({ precedingInvoiceId: first?.id, grossCents: 10470 });
    expect(note?.document.totals.dueCents).toBe(0);
    expect(second).toMatchObject({ replacesInvoiceId: first?.id, grossCents: 10470 });
    expect(second?.document.precedingInvoice?.number).toBe("F-000001");
    expect(second?.document.buyer).toMatchObject({ name: "Café Lumière SARL", siren: "732829320" });
  });

  test("what cannot be corrected draws no number in either series", async () => {
    const { seller, order, credit } = await invoiced();
    const correct = (buyer: InvoiceBuyer) =>
      issueCorrectedInvoice(seller.scope, { orderNumber: order.number, buyer }, issuing);
    const nameless = { ...company, name: " " };
    expect(await correct(nameless)).toMatchObject({ reason: "buyer_identity_incomplete" });
    await credit({ kind: "parts", lines: [{ lineId: "LAMPE-01", amountCents: 100 }], shippingCents: 0 });
    expect(await correct(company)).toMatchObject({ reason: "credited_before" });
    expect((await rowsOf(seller, order.id)).map((row) => row.number).sort()).toEqual(["A-000001", "F-000001"]);
  });

  test("a large seller sends a company's invoice through its platform", async () => {
    const { seller, order } = await invoiced();
    await withScope(seller.job, (tx) =>
      tx.update(sellers).set({ companySize: "large_or_mid" }).where(eq(sellers.id, seller.id)),
    );
    const outcome = await issueCorrectedInvoice(seller.scope, { orderNumber: order.number, buyer: company }, issuing);
    expect(outcome).toMatchObject({ reason: "approved_platform_required" });
  });
});
