import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readClocks } from "@/db/queries/clock-facts";
import { withScope } from "@/db/scope";
import { putOrder } from "@/lib/server/api/operations/orders";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";
import { type OrderCaller, orderCaller, parcel } from "./order-caller";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

let caller: OrderCaller;
beforeEach(async () => {
  caller = await orderCaller(db);
});

describe("an invoiced order", () => {
  const externalInvoice = { number: "F-2026-77", issuedOn: "2026-10-29" };

  test("prices and lines are refused, with the way to go on", async () => {
    await caller.put(orderBody({ externalInvoice }));
    const refused = await caller.put(orderBody({ externalInvoice, shippingCents: 0 }));
    expect(refused).toMatchObject({ status: 409, body: { code: "order_invoiced", invoice: "F-2026-77" } });
    expect(refused.body.detail).toContain("avoir");
    const [lamp] = orderBody().lines;
    expect((await caller.put(orderBody({ externalInvoice, lines: lamp ? [lamp] : [] }))).status).toBe(409);
    expect((await caller.get()).body.shippingCents).toBe(490);
  });

  test("everything else still changes", async () => {
    await caller.put(orderBody({ externalInvoice }));
    const changed = await caller.put(orderBody({ externalInvoice, promisedDeliveryOn: "2026-11-05" }));
    expect(changed.body.result).toBe("updated");
  });

  test("an invoice issued elsewhere stays when a later body leaves it out, and is corrected by another", async () => {
    await caller.put(orderBody({ externalInvoice }));
    const known = async () => (await caller.get()).body.externalInvoice;
    await caller.put(orderBody({ promisedDeliveryOn: "2026-11-05" }));
    expect(await known()).toEqual(externalInvoice);
    expect((await caller.put(orderBody({ shippingCents: 0 }))).status).toBe(409);
    const corrected = { number: "F-2026-78", issuedOn: "2026-10-30" };
    await caller.put(orderBody({ externalInvoice: corrected, promisedDeliveryOn: "2026-11-05" }));
    expect(await known()).toEqual(corrected);
  });
});

describe("an order with open claims", () => {
  test("a line that a claim is about cannot go", async () => {
    await caller.put(orderBody());
    await caller.openOn("damaged", "2026-11-20T09:00:00Z", [{ lineId: "AMPOULE", quantity: 1 }]);
    const [lamp] = orderBody().lines;
    const refused = await caller.put(orderBody({ lines: lamp ? [lamp] : [] }));
    expect(refused).toMatchObject({ status: 409, body: { code: "order_line_in_use", lines: ["AMPOULE"] } });
  });

  test("another delivery moves the periods that run from it", async () => {
    await caller.put(orderBody());
    const claimId = await caller.openOn("damaged", "2026-11-10T09:00:00Z");
    const later = orderBody({ parcels: [{ ...parcel, deliveredAt: "2026-11-05T13:00:00Z" }] });
    const preview = await caller.put(later, "?dryRun=true");
    const { body } = await caller.put(later);
    expect(preview.body.affectedClocks).toEqual(body.affectedClocks);
    expect(putOrder.responses[200].schema.safeParse(body).error).toBeUndefined();
    expect(body.affectedClocks).toMatchObject([
      {
        claimId,
        kind: "legal_guarantee",
        change: "moved",
        from: { dueOn: "2028-11-02" },
        to: { dueOn: "2028-11-05", dueBefore: "2028-11-05T23:00:00.000Z" },
      },
    ]);
    expect(await clockOf(claimId, "legal_guarantee")).toMatchObject({
      startsAt: "2026-11-05T13:00:00.000Z",
      dueOn: "2028-11-05",
      effectiveDueBefore: "2028-11-05T23:00:00.000Z",
    });
  });

  test.each([
    { because: "another day of delivery", deliveredAt: "2026-11-05T13:00:00Z" },
    { because: "an unknown delivery", deliveredAt: undefined },
  ])("$because leaves a period that the statement ended", async ({ deliveredAt }) => {
    await caller.put(orderBody());
    const claimId = await caller.openOn("no_longer_wanted", "2026-11-10T09:00:00Z");
    const ended = await clockOf(claimId, "withdrawal_period");
    const { body } = await caller.put(orderBody({ parcels: [{ ...parcel, deliveredAt }] }));
    expect(body).toMatchObject({ result: "updated", affectedClocks: [] });
    expect(ended).toMatchObject({ dueOn: "2026-11-16", stoppedAt: "2026-11-10T09:00:00.000Z" });
    expect(await clockOf(claimId, "withdrawal_period")).toEqual(ended);
  });

  test("a delivery learnt late starts the guarantee, one withdrawn takes it away", async () => {
    const unknown = orderBody({ parcels: [{ ...parcel, deliveredAt: undefined }] });
    await caller.put(unknown);
    await caller.openOn("damaged", "2026-11-10T09:00:00Z");
    expect((await caller.put(orderBody())).body.affectedClocks).toMatchObject([
      { kind: "legal_guarantee", change: "started", from: null, to: { dueOn: "2028-11-02" } },
    ]);
    expect((await caller.put(unknown)).body.affectedClocks).toMatchObject([
      { kind: "legal_guarantee", change: "cancelled", to: null },
    ]);
  });
});

async function clockOf(claimId: string, kind: string) {
  const clocks = await withScope(caller.seller.scope, (tx) => readClocks(tx, caller.seller.id, claimId));
  return clocks.find((clock) => clock.kind === kind);
}
