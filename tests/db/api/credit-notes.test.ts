import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as correctedInvoice from "@/app/api/v1/orders/[number]/corrected-invoice/route";
import * as creditNotes from "@/app/api/v1/orders/[number]/credit-notes/route";
import * as invoice from "@/app/api/v1/orders/[number]/invoice/route";
import * as refunds from "@/app/api/v1/orders/[number]/refunds/route";
import { closeDatabase } from "@/db/client";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder } from "../../support/factory";
import { makeInvoicingSeller } from "../../support/invoicing-seller";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
let seller: MadeSeller;
let key: string;

beforeAll(async () => {
  seller = await makeInvoicingSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

type Handler = Parameters<typeof callApi>[0];

async function invoiced() {
  const { number } = await makeOrder(seller);
  const post = (handler: Handler, body?: object) =>
    callApi(handler, { method: "POST", key, params: { number }, ...(body ? { body } : {}) });
  expect((await post(invoice.POST)).status).toBe(201);
  return post;
}

const refund = { amountCents: 5000, method: "card", reference: "R-1", paidAt: "2026-11-18T10:00:00Z" };

describe("credit notes", () => {
  test("in part, then in full, then no more", async () => {
    const post = await invoiced();
    const part = await post(creditNotes.POST, { lines: [{ lineId: "LAMPE-01", quantity: 1 }] });
    expect(part).toMatchObject({ status: 201, body: { grossCents: 4990, remainingCents: 5480 } });
    expect(await post(creditNotes.POST, { full: true })).toMatchObject({ status: 201, body: { remainingCents: 0 } });
    expect(await post(creditNotes.POST, { full: true })).toMatchObject({
      status: 409,
      body: { reason: "nothing_left_to_credit" },
    });
  });

  test.each([
    { because: "nothing asked for", body: {} },
    { because: "a line of neither pieces nor an amount", body: { lines: [{ lineId: "LAMPE-01" }] } },
    { because: "an amount below one cent", body: { lines: [{ lineId: "LAMPE-01", amountCents: 0.005 }] } },
    { because: "a day that is none", body: { full: true, externalInvoice: { number: "X", issuedOn: "2026-02-30" } } },
  ])("422 for $because", async ({ body }) => {
    const post = await invoiced();
    expect((await post(creditNotes.POST, body)).status).toBe(422);
  });

  test("a refund proposes its credit note, and issues it when asked", async () => {
    const post = await invoiced();
    const proposed = await post(refunds.POST, refund);
    expect(proposed.body.creditNote).toEqual({
      state: "proposed",
      lines: [{ lineId: "LAMPE-01", amountCents: 5000 }],
      shippingCents: 0,
    });
    const again = await post(refunds.POST, { ...refund, reference: "R-2", creditNote: true });
    expect(again).toMatchObject({ status: 201, body: { creditNote: { state: "issued", grossCents: 5000 } } });
  });

  test("a refund of an order that is not invoiced has none", async () => {
    const { number } = await makeOrder(seller);
    const { status, body } = await callApi(refunds.POST, { method: "POST", key, params: { number }, body: refund });
    expect([status, body.creditNote]).toEqual([201, null]);
  });

  test("an invoice in a company's name", async () => {
    const post = await invoiced();
    const address = { name: "Café", line1: "17 quai de la Loire", postcode: "44000", city: "Nantes", country: "FR" };
    const wrong = { buyer: { name: "Café Lumière", address, siren: "123456789" } };
    expect((await post(correctedInvoice.POST, wrong)).status).toBe(422);
    const right = { buyer: { name: "Café Lumière", address, siren: "732 829 320" } };
    const { status, body } = await post(correctedInvoice.POST, right);
    expect(status).toBe(201);
    expect(body.invoiceNumber).not.toBe(body.replacedNumber);
    expect((await post(correctedInvoice.POST, right)).body.reason).toBe("same_buyer");
  });
});
