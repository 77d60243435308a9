import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { importOrder } from "@/db/commands/orders";
import { findOrder, listOrders } from "@/db/queries/orders";
import { orderBodySchema } from "@/lib/orders/schema";
import { memberOf } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";
import { NOW, type OrderCaller, orderCaller } from "./order-caller";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

let caller: OrderCaller;
beforeEach(async () => {
  caller = await orderCaller(db);
});

describe("whose order", () => {
  test("another seller sees nothing", async () => {
    await caller.put(orderBody());
    const other = await orderCaller(db);
    expect((await other.get()).body).toMatchObject({ status: 404, code: "order_not_found" });
    expect(await findOrder(other.seller.scope, "CMD-1")).toBeUndefined();
    expect(await listOrders(other.seller.scope, { limit: 10 })).toEqual([]);
  });

  test("two sellers may use the same number", async () => {
    await caller.put(orderBody());
    const other = await orderCaller(db);
    expect((await other.put(orderBody())).body.result).toBe("created");
  });

  test("a viewer writes nothing", async () => {
    const body = orderBodySchema.parse(orderBody());
    const outcome = await importOrder(memberOf(caller.seller.id, "viewer"), { number: "CMD-1", body }, NOW);
    expect(outcome).toEqual({ ok: false, reason: "not_allowed" });
  });
});

describe("listOrders", () => {
  test.each(["CMD-1", "jeanne", "JEANNE@EXAMPLE.ORG", "6A15 6026 76300", "AMPOULE", "lampe de bureau"])(
    "finds by %s",
    async (search) => {
      await caller.put(orderBody());
      await caller.put(
        orderBody({
          customer: { name: "Zoé" },
          lines: [{ sku: "X", name: "Y", quantity: 1, unitPriceCents: 1, vatRateBps: 0 }],
          parcels: [],
        }),
        "",
        "CMD-2",
      );
      const found = await listOrders(caller.seller.scope, { search, limit: 10 });
      expect(found.map(({ number }) => number)).toEqual(["CMD-1"]);
    },
  );

  test("counts what the list shows, and pages", async () => {
    await caller.put(orderBody());
    await caller.put(orderBody({ placedAt: "2026-10-29T10:00:00Z" }), "", "CMD-2");
    const [latest, next] = await listOrders(caller.seller.scope, { limit: 1 });
    expect([latest?.number, next?.number]).toEqual(["CMD-2", "CMD-1"]);
    expect(latest).toMatchObject({
      goodsCents: 10_330,
      lineCount: 2,
      parcelCount: 1,
      deliveredCount: 1,
      openClaimCount: 0,
    });
    if (!latest) throw new Error("no order");
    const second = await listOrders(caller.seller.scope, { limit: 1, after: latest });
    expect(second.map(({ number }) => number)).toEqual(["CMD-1"]);
    expect(await listOrders(caller.seller.scope, { search: "100%_", limit: 10 })).toEqual([]);
  });
});
