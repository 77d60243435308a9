import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { readClocks } from "@/db/queries/clock-facts";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const NOW = instant("2026-11-20T09:00:00Z");

function open(seller: MadeSeller, orderNumber: string, situation: Situation = "damaged", extra: object = {}) {
  const input = { orderNumber, situation, message: "Le pied est fendu.", ...extra };
  return openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
}

describe("openClaim", () => {
  test("starts the clocks of the situation", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    const opened = await open(seller, order.number, "parcel_not_received");
    if (!opened.ok) throw new Error(opened.reason);
    const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, opened.value.claimId));
    expect(clocks.map(({ kind, dueOn, dueBefore, origin }) => ({ kind, dueOn, dueBefore, origin }))).toEqual([
      {
        kind: "reply",
        dueOn: "2026-11-24",
        dueBefore: "2026-11-24T23:00:00.000Z",
        origin: expect.stringMatching(/^contract:/),
      },
      {
        kind: "proof_of_delivery",
        dueOn: "2026-11-27",
        dueBefore: "2026-11-27T23:00:00.000Z",
        origin: expect.stringMatching(/^contract:/),
      },
    ]);
  });

  test("joins the same claim while it is open", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    const first = await open(seller, order.number);
    const second = await open(seller, order.number);
    expect(first).toMatchObject({ ok: true, value: { result: "opened" } });
    expect(second).toMatchObject({ ok: true, value: { result: "joined" } });
  });

  test("records an external claim once", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    await open(seller, order.number, "damaged", { externalId: "T-1" });
    expect(await open(seller, order.number, "damaged", { externalId: "T-1" })).toMatchObject({
      value: { result: "already_recorded" },
    });
    expect(await open(seller, order.number, "invoice_request", { externalId: "T-1" })).toMatchObject({
      reason: "external_id_taken",
    });
  });

  test.each([
    { because: "an unknown order", input: { orderNumber: "NOPE" }, reason: "order_not_found" },
    {
      because: "a future statement",
      input: { statementSentAt: instant("2026-11-21T09:00:00Z") },
      reason: "sent_in_future",
    },
    { because: "an unknown line", input: { lines: [{ lineId: "X", quantity: 1 }] }, reason: "unknown_line" },
    {
      because: "more than was ordered",
      input: { lines: [{ lineId: "LAMPE-01", quantity: 3 }] },
      reason: "quantity_above_order",
    },
    { because: "an unknown channel", input: { channel: "minitel" }, reason: "unknown_channel" },
    {
      because: "received before sent",
      input: { statementSentAt: instant("2026-11-19T09:00:00Z"), receivedAt: instant("2026-11-18T09:00:00Z") },
      reason: "received_before_sent",
    },
  ])("refuses $because", async ({ input, reason }) => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    expect(await open(seller, order.number, "damaged", input)).toMatchObject({ ok: false, reason });
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller("Autre")];
    const order = await makeOrder(seller);
    expect(await open(other, order.number)).toMatchObject({ ok: false, reason: "order_not_found" });
  });
});
