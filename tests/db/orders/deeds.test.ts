import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { POST as postRefund } from "@/app/api/v1/orders/[number]/refunds/route";
import { POST as postReturn } from "@/app/api/v1/orders/[number]/returns/route";
import { PUT } from "@/app/api/v1/orders/[number]/route";
import { POST as postShipment } from "@/app/api/v1/orders/[number]/shipments/route";
import { closeDatabase } from "@/db/client";
import { readCommitments } from "@/db/commands/commitments";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { findOrder } from "@/db/queries/orders";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { clockState } from "@/lib/deadlines/clock";
import type { OrderInput } from "@/lib/orders/schema";
import type { ReplyInput } from "@/lib/replies/schema";
import type { RouteHandler } from "@/lib/server/api/route";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const OPENED = instant("2026-11-12T09:00:00Z");
const ANSWERED = instant("2026-11-12T10:00:00Z");
const LATER = instant("2026-11-20T10:00:00Z");
const REFUND = { amountCents: 10_470, method: "card", reference: "VIR-1", paidAt: "2026-11-18T09:00:00Z" };
const PARCEL = { carrier: "Chronopost", trackingNumber: "XY123", shippedAt: "2026-11-18T09:00:00Z" };

let seller: MadeSeller;
let key: string;
beforeEach(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
});

const send = (handler: RouteHandler, number: string, body: unknown, withKey = key) =>
  callApi(handler, { key: withKey, method: "POST", path: `/orders/${number}`, params: { number }, body });

const putOrder = (number: string, changes: Partial<OrderInput>) =>
  callApi(PUT, { key, method: "PUT", params: { number }, body: orderBody(changes) });

async function claimOn(number: string, situation: Situation, reply?: ReplyInput) {
  const input = { orderNumber: number, situation, message: "Bonjour.", statementSentAt: OPENED };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const sent = reply && (await sendReply(seller.scope, { claimId, reply }, ANSWERED));
  if (sent && !sent.ok) throw new Error(JSON.stringify(sent));
  return claimId;
}

async function statesOf(claimId: string) {
  const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  return Object.fromEntries(clocks.map((clock) => [clock.kind, clockState(clock, LATER)]));
}

async function promisesOf(claimId: string) {
  const rows = await withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claimId));
  return rows.map(({ kind, status, doneEvidence }) => ({ kind, status, doneEvidence }));
}

const PROMISED_REFUND: ReplyInput = {
  solution: "refund",
  message: "Nous vous remboursons la totalité de votre commande.",
  amountCents: 10_470,
  refundOn: "2026-11-25",
  refundMethod: "original_payment",
};

describe("POST …/refunds", () => {
  test("keeps the promise it covers, and no proof of delivery is owed any more", async () => {
    const { number } = await makeOrder(seller, { deliveredAt: null });
    const claimId = await claimOn(number, "parcel_not_received", PROMISED_REFUND);
    const answer = await send(postRefund, number, REFUND);
    expect(answer).toMatchObject({
      status: 201,
      body: { result: "recorded", fulfilled: [{ claimId, kind: "refund" }] },
    });
    expect(await promisesOf(claimId)).toEqual([{ kind: "refund", status: "done", doneEvidence: "VIR-1" }]);
    expect(await statesOf(claimId)).toMatchObject({ proof_of_delivery: "cancelled" });
  });

  test("less than was promised keeps nothing", async () => {
    const { number } = await makeOrder(seller, { deliveredAt: null });
    const claimId = await claimOn(number, "parcel_not_received", PROMISED_REFUND);
    expect((await send(postRefund, number, { ...REFUND, amountCents: 10_469 })).body.fulfilled).toEqual([]);
    expect(await promisesOf(claimId)).toMatchObject([{ status: "open" }]);
    expect(await statesOf(claimId)).toMatchObject({ proof_of_delivery: "missed" });
  });

  test("everything paid back meets the refund clock of a withdrawal, promise or not", async () => {
    const { number } = await makeOrder(seller, { shippedAt: null, deliveredAt: null });
    const claimId = await claimOn(number, "no_longer_wanted");
    await send(postRefund, number, { ...REFUND, amountCents: 9_980 });
    expect(await statesOf(claimId)).toMatchObject({ withdrawal_refund: "running" });
    await send(postRefund, number, { ...REFUND, reference: "VIR-2", amountCents: 0, shippingCents: 490 });
    expect(await statesOf(claimId)).toMatchObject({ withdrawal_refund: "met" });
  });

  test("the same refund again is known already", async () => {
    const { number } = await makeOrder(seller);
    await send(postRefund, number, REFUND);
    expect(await send(postRefund, number, REFUND)).toMatchObject({ status: 200, body: { result: "already_recorded" } });
    expect((await findOrder(seller.scope, number))?.refunds).toHaveLength(1);
  });

  test("told again with another instant or means, it is still the same refund", async () => {
    const { number } = await makeOrder(seller);
    await send(postRefund, number, { ...REFUND, amountCents: 1_000 });
    const again = { ...REFUND, amountCents: 1_000, method: "virement", paidAt: "2026-11-19T09:00:00Z" };
    expect(await send(postRefund, number, again)).toMatchObject({ status: 200, body: { result: "already_recorded" } });
    await putOrder("PUT-1", { refunds: [again, { ...again, paidAt: "2026-11-19T10:00:00Z" }] });
    expect((await findOrder(seller.scope, "PUT-1"))?.refunds).toHaveLength(1);
  });

  test("more than was paid is refused with its amounts, and nothing is recorded", async () => {
    const { number } = await makeOrder(seller);
    await send(postRefund, number, { ...REFUND, amountCents: 10_000 });
    const above = await send(postRefund, number, { ...REFUND, reference: "VIR-2", amountCents: 471 });
    expect(above).toMatchObject({
      status: 422,
      body: {
        code: "refund_above_paid",
        amountCents: 471,
        refundedCents: 10_000,
        paidCents: 10_470,
        errors: [{ path: "amountCents", code: "refund_above_paid" }],
      },
    });
    for (const amount of ["4,71", "100,00", "104,70"]) expect(above.body.detail).toContain(amount);
    const exact = await send(postRefund, number, { ...REFUND, reference: "VIR-2", amountCents: 0, shippingCents: 470 });
    expect(exact.status).toBe(201);
    expect((await findOrder(seller.scope, number))?.refunds).toHaveLength(2);
  });

  test("an order is refused whole when its refunds give back more than it cost, new or known", async () => {
    const refunds = [{ ...REFUND, amountCents: 10_821 }];
    expect(await putOrder("PUT-2", { refunds })).toMatchObject({ status: 422, body: { code: "refund_above_paid" } });
    expect(await findOrder(seller.scope, "PUT-2")).toBeUndefined();
    expect((await putOrder("PUT-2", {})).status).toBe(201);
    expect(await putOrder("PUT-2", { refunds })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "refunds[0].amountCents" }] },
    });
    const payments = [{ method: "card", amountCents: 10_821, paidAt: "2026-10-28T10:00:00Z" }];
    expect((await putOrder("PUT-2", { refunds, payments })).status).toBe(200);
  });

  test("return costs promised to the customer are paid on top of the price", async () => {
    const { number } = await makeOrder(seller);
    const claimId = await claimOn(number, "no_longer_wanted");
    await send(postRefund, number, REFUND);
    const cost = { ...REFUND, reference: "PORT-1", amountCents: 890, claimId };
    expect((await send(postRefund, number, cost)).status).toBe(422);
    await db.superuser`
      insert into replies (seller_id, id, claim_id, solution, content, status, author, policy_version, updated_at)
      values (${seller.id}, ${claimId}, ${claimId}, 'return_procedure', '{}', 'draft', 'member:x', 1, now())`;
    await db.superuser`
      insert into commitments (seller_id, id, claim_id, reply_id, kind, status, due_on, created_at)
      values (${seller.id}, ${claimId}, ${claimId}, ${claimId}, 'return_cost', 'open', '2026-12-01', now())`;
    expect(await send(postRefund, number, cost)).toMatchObject({
      status: 201,
      body: { fulfilled: [{ kind: "return_cost" }] },
    });
  });

  test("422 for a line nobody ordered and for a payment to come", async () => {
    const { number } = await makeOrder(seller);
    expect((await send(postRefund, number, { ...REFUND, lineId: "X" })).body.errors).toMatchObject([
      { path: "lineId" },
    ]);
    const future = await send(postRefund, number, { ...REFUND, paidAt: "2099-01-01T00:00:00Z" });
    expect(future.body.errors).toMatchObject([{ path: "paidAt", code: "in_the_future" }]);
  });

  test("another seller sees nothing", async () => {
    const { number } = await makeOrder(seller);
    const other = await makeSeller();
    const otherKey = await makeApiKey(db.superuser, { sellerId: other.id });
    for (const [handler, body] of [
      [postRefund, REFUND],
      [postShipment, PARCEL],
      [postReturn, { sentAt: "2026-11-18T09:00:00Z", reference: "R" }],
    ] as const) {
      expect((await send(handler, number, body, otherKey)).body.code).toBe("order_not_found");
    }
  });
});

describe("POST …/shipments", () => {
  test("a parcel that left keeps the promise to send again", async () => {
    const { number } = await makeOrder(seller, { deliveredAt: null });
    const reply: ReplyInput = { solution: "reship", message: "Nous renvoyons votre colis.", expectedOn: "2026-11-25" };
    const claimId = await claimOn(number, "parcel_not_received", reply);
    const answer = await send(postShipment, number, PARCEL);
    expect(answer).toMatchObject({ status: 201, body: { fulfilled: [{ kind: "reshipment" }], affectedClocks: [] } });
    expect(await promisesOf(claimId)).toMatchObject([{ status: "done", doneEvidence: "Chronopost XY123" }]);
    expect(await statesOf(claimId)).toMatchObject({ proof_of_delivery: "cancelled" });
  });

  test("the same carrier and number completes a known parcel", async () => {
    const { number } = await makeOrder(seller);
    await send(postShipment, number, PARCEL);
    const delivered = { ...PARCEL, deliveredAt: "2026-11-19T09:00:00Z" };
    expect((await send(postShipment, number, delivered)).status).toBe(201);
    expect((await send(postShipment, number, delivered)).body.result).toBe("already_recorded");
    const order = await findOrder(seller.scope, number);
    expect(order?.parcels.map(({ trackingNumber, deliveredAt }) => [trackingNumber, deliveredAt])).toEqual([
      ["6A15602676300", "2026-11-02T13:00:00.000Z"],
      ["XY123", "2026-11-19T09:00:00.000Z"],
    ]);
  });

  test("a later import that does not know the parcel leaves it", async () => {
    const { number } = await makeOrder(seller);
    await send(postShipment, number, PARCEL);
    await callApi(PUT, { key, method: "PUT", path: `/orders/${number}`, params: { number }, body: orderBody() });
    const order = await findOrder(seller.scope, number);
    expect(order?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(["6A15602676300", "XY123"]);
  });
});

describe("POST …/returns", () => {
  test("proof of dispatch ends what held the refund of a withdrawal back", async () => {
    const { number } = await makeOrder(seller);
    const claimId = await claimOn(number, "no_longer_wanted");
    expect(await statesOf(claimId)).toMatchObject({ goods_return: "running" });
    const sent = await send(postReturn, number, { sentAt: "2026-11-18T09:00:00Z", reference: "6A00000000000" });
    expect(sent).toMatchObject({ status: 201, body: { result: "recorded", fulfilled: [] } });
    const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
    expect(clocks.find(({ kind }) => kind === "withdrawal_refund")?.resumedAt).toBe("2026-11-18T09:00:00.000Z");
    expect(await statesOf(claimId)).toMatchObject({ goods_return: "met" });
  });

  test("goods cannot come back before they are sent", async () => {
    const { number } = await makeOrder(seller);
    const body = { sentAt: "2026-11-18T09:00:00Z", receivedAt: "2026-11-17T09:00:00Z", reference: "R" };
    expect((await send(postReturn, number, body)).body.errors).toMatchObject([{ path: "receivedAt" }]);
    expect((await send(postReturn, number, { reference: "R" })).body.errors).toMatchObject([{ path: "sentAt" }]);
  });
});
