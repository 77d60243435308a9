import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import type { OrderInput } from "@/lib/orders/schema";
import { getOrder, putOrder } from "@/lib/server/api/operations/orders";
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

describe("PUT /orders/{number}", () => {
  test("creates, and reads back what was said", async () => {
    const created = await caller.put(orderBody());
    expect(created).toMatchObject({ status: 201, body: { number: "CMD-1", result: "created", affectedClocks: [] } });
    expect(putOrder.responses[201].schema.safeParse(created.body).error).toBeUndefined();
    const read = await caller.get();
    expect(getOrder.responses[200].schema.safeParse(read.body).error).toBeUndefined();
    expect(read.body).toMatchObject({
      orderId: created.body.orderId,
      channel: "api",
      placedAt: "2026-10-28T10:00:00.000Z",
      customer: { email: "jeanne@example.org" },
      lines: [
        { lineId: "LAMPE-01", quantity: 2, vatScheme: "standard" },
        { lineId: "AMPOULE", quantity: 1 },
      ],
      parcels: [{ carrier: "Colissimo", mode: "home", deliveredAt: "2026-11-02T13:00:00.000Z" }],
      totalCents: 10_820,
      invoice: null,
    });
    expect(await caller.events()).toEqual([
      { type: "order_imported", payload: { orderId: created.body.orderId, number: "CMD-1" } },
    ]);
  });

  test("the same body again changes nothing", async () => {
    await caller.put(orderBody());
    expect(await caller.put(orderBody())).toMatchObject({ status: 200, body: { result: "unchanged" } });
    expect(await caller.events()).toHaveLength(1);
  });

  test("changed facts are journaled one by one", async () => {
    await caller.put(orderBody({ parcels: [{ ...parcel, deliveredAt: undefined }] }));
    const changed = await caller.put(
      orderBody({ customer: { name: "Jeanne Moreau-Petit", email: "jeanne@example.org" } }),
    );
    expect(changed).toMatchObject({ status: 200, body: { result: "updated" } });
    const [, ...told] = await caller.events();
    expect(told).toMatchObject([
      {
        type: "order_changed",
        payload: {
          number: "CMD-1",
          changes: [
            { path: "customerName", from: "Jeanne Moreau", to: "Jeanne Moreau-Petit" },
            { path: "parcels[6A15602676300].deliveredAt", from: null, to: "2026-11-02T13:00:00.000Z" },
          ],
        },
      },
      { type: "parcel_delivered", payload: { trackingNumber: "6A15602676300" } },
    ]);
  });

  test("lines come, go and change", async () => {
    await caller.put(orderBody());
    const [lamp] = orderBody().lines;
    if (!lamp) throw new Error("no lamp");
    await caller.put(
      orderBody({
        lines: [
          { ...lamp, quantity: 3 },
          { ...lamp, sku: "PIED", name: "Pied" },
        ],
      }),
    );
    expect((await caller.get()).body.lines).toMatchObject([
      { lineId: "LAMPE-01", quantity: 3 },
      { lineId: "PIED", quantity: 2 },
    ]);
  });

  test("a list left out stays, one given is the list; a refund is never removed", async () => {
    const refund = { amountCents: 350, method: "card", reference: "R1", paidAt: "2026-11-10T10:00:00Z" };
    const payment = { method: "card", amountCents: 10_820, paidAt: "2026-10-28T10:00:00Z" };
    await caller.put(
      orderBody({ refunds: [refund], payments: [payment], discounts: [{ amountCents: 100, fundedBy: "seller" }] }),
    );
    await caller.put(orderBody({ customer: { name: "Autre" }, parcels: undefined }));
    expect((await caller.get()).body).toMatchObject({
      refunds: [{ reference: "R1" }],
      payments: [{ amountCents: 10_820 }],
      discounts: [{ amountCents: 100 }],
      parcels: [{ carrier: "Colissimo" }],
      totalCents: 10_720,
    });
    await caller.put(
      orderBody({ refunds: [{ ...refund, reference: "R2" }], payments: [], discounts: [], parcels: [] }),
    );
    expect((await caller.get()).body).toMatchObject({
      refunds: [{ reference: "R1" }, { reference: "R2" }],
      payments: [],
      discounts: [],
      parcels: [],
    });
  });

  test("what a parcel holds is kept line by line", async () => {
    const lines = [{ lineId: "LAMPE-01", quantity: 1 }];
    await caller.put(orderBody({ parcels: [{ ...parcel, lines }] }));
    expect((await caller.get()).body.parcels[0].lines).toEqual(lines);
    await caller.put(orderBody({ parcels: [{ ...parcel, lines: [{ lineId: "AMPOULE", quantity: 1 }] }] }));
    expect((await caller.get()).body.parcels[0].lines).toEqual([{ lineId: "AMPOULE", quantity: 1 }]);
  });

  test("two calls at once with a new number make one order", async () => {
    const answers = await Promise.all([caller.put(orderBody()), caller.put(orderBody()), caller.put(orderBody())]);
    expect(answers.map(({ body }) => body.result).sort()).toEqual(["created", "unchanged", "unchanged"]);
  });

  test("a dry run says what would happen and changes nothing", async () => {
    expect(await caller.put(orderBody(), "?dryRun=1")).toMatchObject({
      status: 200,
      body: { result: "created", dryRun: true },
    });
    expect((await caller.get()).status).toBe(404);
    expect(await caller.events()).toEqual([]);
  });

  test.each<{ because: string; body: Partial<OrderInput>; path: string; code: string }>([
    {
      because: "a delivery that has not happened",
      body: { parcels: [{ ...parcel, deliveredAt: "2099-01-01T00:00:00Z" }] },
      path: "parcels[0].deliveredAt",
      code: "in_the_future",
    },
    { because: "an unknown channel", body: { channel: "pigeon" }, path: "channel", code: "unknown_channel" },
    {
      because: "a rate nobody knows",
      body: { shippingVatRateBps: 1234 },
      path: "shippingVatRateBps",
      code: "unknown_vat_rate",
    },
  ])("422 for $because, and nothing is written", async ({ body, path, code }) => {
    expect(await caller.put(orderBody(body))).toMatchObject({ status: 422, body: { errors: [{ path, code }] } });
    expect((await caller.get()).status).toBe(404);
  });

  test("a rate the destination does not know is warned about, never changed", async () => {
    const [lamp] = orderBody().lines;
    if (!lamp) throw new Error("no lamp");
    const { body } = await caller.put(orderBody({ lines: [{ ...lamp, vatRateBps: 1900 }] }));
    expect(body.warnings).toMatchObject([{ code: "unknown_rate", path: "lines[0].vatRateBps" }]);
    expect(body.warnings[0].message).toContain("lieu de livraison");
    expect((await caller.get()).body.lines[0].vatRateBps).toBe(1900);
  });

  test("an unknown carrier is kept, with a warning", async () => {
    const { body } = await caller.put(orderBody({ parcels: [{ carrier: "Pigeon & fils", trackingNumber: "P1" }] }));
    expect(body.warnings).toMatchObject([{ code: "unknown_carrier", path: "parcels[0].carrier" }]);
  });
});
