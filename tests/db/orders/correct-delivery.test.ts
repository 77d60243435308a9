import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { correctDelivery } from "@/db/commands/correct-delivery";
import { readClocks } from "@/db/queries/clock-facts";
import { findOrder } from "@/db/queries/orders";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import { makeSeller } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";
import { NOW, type OrderCaller, orderCaller } from "./order-caller";

const db = testDatabase();
let caller: OrderCaller;
beforeEach(async () => {
  caller = await orderCaller(db);
  await caller.put(orderBody());
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const LATER = instant("2026-11-05T13:00:00Z");

async function parcelOf() {
  const [parcel] = (await findOrder(caller.seller.scope, "CMD-1"))?.parcels ?? [];
  if (!parcel) throw new Error("the order has a parcel");
  return parcel;
}

async function correction(deliveredAt: Instant) {
  const { id, deliveredAt: instead } = await parcelOf();
  return { number: "CMD-1", parcelId: id, deliveredAt, instead };
}

async function guaranteeOf(claimId: string) {
  const clocks = await withScope(caller.seller.scope, (tx) => readClocks(tx, caller.seller.id, claimId));
  return clocks.find(({ kind }) => kind === "legal_guarantee")?.dueOn;
}

describe("a delivery corrected by the seller", () => {
  test("says what would move and writes nothing, then moves exactly that and journals it", async () => {
    const claimId = await caller.openOn("damaged", "2026-11-10T09:00:00Z");
    const input = await correction(LATER);
    const before = (await caller.events()).length;
    const seen = await correctDelivery(caller.seller.scope, input, NOW, "dry_run");
    expect(seen).toMatchObject({
      ok: true,
      value: {
        affectedClocks: [
          { claimId, kind: "legal_guarantee", from: { dueOn: "2028-11-02" }, to: { dueOn: "2028-11-05" } },
        ],
      },
    });
    expect(await guaranteeOf(claimId)).toBe("2028-11-02");
    expect(await caller.events()).toHaveLength(before);
    expect(await correctDelivery(caller.seller.scope, input, NOW)).toEqual(seen);
    expect(await guaranteeOf(claimId)).toBe("2028-11-05");
    expect((await parcelOf()).deliveredAt).toBe(LATER);
    expect((await caller.events()).slice(before)).toMatchObject([
      { type: "delivery_corrected", payload: { number: "CMD-1", from: input.instead, to: LATER } },
    ]);
  });

  test("of two made at once, the second is told that the first was there", async () => {
    const [one, other] = [await correction(LATER), await correction(instant("2026-11-06T13:00:00Z"))];
    const outcomes = await Promise.all([one, other].map((input) => correctDelivery(caller.seller.scope, input, NOW)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "changed_meanwhile" });
  });

  test.each([
    { because: "it is the known one", at: undefined, told: { reason: "same_delivery" } },
    {
      because: "it is still to come",
      at: "2026-11-23T09:00:01Z",
      told: { fields: { deliveredAt: ["in_the_future"] } },
    },
    {
      because: "the parcel had not left",
      at: "2020-01-01T09:00:00Z",
      told: { fields: { deliveredAt: ["delivered_before_dispatch"] } },
    },
  ])("is refused when $because, and nothing changes", async ({ at, told }) => {
    const known = await parcelOf();
    const input = { number: "CMD-1", parcelId: known.id, instead: known.deliveredAt };
    const deliveredAt = at ? instant(at) : (known.deliveredAt ?? NOW);
    expect(await correctDelivery(caller.seller.scope, { ...input, deliveredAt }, NOW)).toMatchObject({
      ok: false,
      ...told,
    });
    expect(await parcelOf()).toEqual(known);
  });

  test("no one but those who import orders may, and another seller finds no such order", async () => {
    const input = await correction(LATER);
    const { scope } = caller.seller;
    expect(await correctDelivery({ ...scope, role: "accountant" }, input, NOW)).toMatchObject({
      reason: "not_allowed",
    });
    const stranger = await makeSeller();
    expect(await correctDelivery(stranger.scope, input, NOW)).toMatchObject({ reason: "order_not_found" });
  });
});
