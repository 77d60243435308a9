import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/v1/orders/[number]/route";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { importOrder } from "@/db/commands/orders";
import { readClocks } from "@/db/queries/clock-facts";
import { findOrder, listOrders } from "@/db/queries/orders";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { type OrderInput, orderBodySchema } from "@/lib/orders/schema";
import { getOrder, putOrder } from "@/lib/server/api/operations/orders";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeSeller, memberOf } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const NOW = instant("2026-11-23T09:00:00Z");
const [parcel] = orderBody().parcels ?? [];
if (!parcel) throw new Error("the body of tests has a parcel");

let seller: MadeSeller;
let key: string;
beforeEach(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
});

const put = (body: unknown, query = "", number = "CMD-1") =>
  callApi(PUT, { key, method: "PUT", path: `/orders/${number}${query}`, params: { number }, body });
const get = (number = "CMD-1", withKey = key) =>
  callApi(GET, { key: withKey, path: `/orders/${number}`, params: { number } });

async function events(of: MadeSeller = seller) {
  const rows = await db.superuser`
    select e.type, p.payload from events e join event_payloads p using (stream_kind, stream_id, seq)
    where stream_kind = 'seller' and stream_id = ${of.id} order by seq`;
  return rows.map((row) => ({ type: row.type, payload: JSON.parse(row.payload) }));
}

async function openOn(situation: Situation, statementSentAt: string, lines?: { lineId: string; quantity: number }[]) {
  const input = {
    orderNumber: "CMD-1",
    situation,
    message: "Bonjour.",
    statementSentAt: instant(statementSentAt),
    lines,
  };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, NOW);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value.claimId;
}

describe("PUT /orders/{number}", () => {
  test("creates, and reads back what was said", async () => {
    const created = await put(orderBody());
    expect(created).toMatchObject({ status: 201, body: { number: "CMD-1", result: "created", affectedClocks: [] } });
    expect(putOrder.responses[201].schema.safeParse(created.body).error).toBeUndefined();
    const read = await get();
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
    expect(await events()).toEqual([
      { type: "order_imported", payload: { orderId: created.body.orderId, number: "CMD-1" } },
    ]);
  });

  test("the same body again changes nothing", async () => {
    await put(orderBody());
    expect(await put(orderBody())).toMatchObject({ status: 200, body: { result: "unchanged" } });
    expect(await events()).toHaveLength(1);
  });

  test("changed facts are journaled one by one", async () => {
    await put(orderBody({ parcels: [{ ...parcel, deliveredAt: undefined }] }));
    const changed = await put(orderBody({ customer: { name: "Jeanne Moreau-Petit", email: "jeanne@example.org" } }));
    expect(changed).toMatchObject({ status: 200, body: { result: "updated" } });
    const [, ...told] = await events();
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
    await put(orderBody());
    const [lamp] = orderBody().lines;
    if (!lamp) throw new Error("no lamp");
    await put(
      orderBody({
        lines: [
          { ...lamp, quantity: 3 },
          { ...lamp, sku: "PIED", name: "Pied" },
        ],
      }),
    );
    expect((await get()).body.lines).toMatchObject([
      { lineId: "LAMPE-01", quantity: 3 },
      { lineId: "PIED", quantity: 2 },
    ]);
  });

  test("a list left out stays, one given is the list; a refund is never removed", async () => {
    const refund = { amountCents: 350, method: "card", reference: "R1", paidAt: "2026-11-10T10:00:00Z" };
    const payment = { method: "card", amountCents: 10_820, paidAt: "2026-10-28T10:00:00Z" };
    await put(
      orderBody({ refunds: [refund], payments: [payment], discounts: [{ amountCents: 100, fundedBy: "seller" }] }),
    );
    await put(orderBody({ customer: { name: "Autre" }, parcels: undefined }));
    expect((await get()).body).toMatchObject({
      refunds: [{ reference: "R1" }],
      payments: [{ amountCents: 10_820 }],
      discounts: [{ amountCents: 100 }],
      parcels: [{ carrier: "Colissimo" }],
      totalCents: 10_720,
    });
    await put(orderBody({ refunds: [{ ...refund, reference: "R2" }], payments: [], discounts: [], parcels: [] }));
    expect((await get()).body).toMatchObject({
      refunds: [{ reference: "R1" }, { reference: "R2" }],
      payments: [],
      discounts: [],
      parcels: [],
    });
  });

  test("what a parcel holds is kept line by line", async () => {
    const lines = [{ lineId: "LAMPE-01", quantity: 1 }];
    await put(orderBody({ parcels: [{ ...parcel, lines }] }));
    expect((await get()).body.parcels[0].lines).toEqual(lines);
    await put(orderBody({ parcels: [{ ...parcel, lines: [{ lineId: "AMPOULE", quantity: 1 }] }] }));
    expect((await get()).body.parcels[0].lines).toEqual([{ lineId: "AMPOULE", quantity: 1 }]);
  });

  test("two calls at once with a new number make one order", async () => {
    const answers = await Promise.all([put(orderBody()), put(orderBody()), put(orderBody())]);
    expect(answers.map(({ body }) => body.result).sort()).toEqual(["created", "unchanged", "unchanged"]);
  });

  test("a dry run says what would happen and changes nothing", async () => {
    expect(await put(orderBody(), "?dryRun=1")).toMatchObject({
      status: 200,
      body: { result: "created", dryRun: true },
    });
    expect((await get()).status).toBe(404);
    expect(await events()).toEqual([]);
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
    expect(await put(orderBody(body))).toMatchObject({ status: 422, body: { errors: [{ path, code }] } });
    expect((await get()).status).toBe(404);
  });

  test("a rate the destination does not know is warned about, never changed", async () => {
    const [lamp] = orderBody().lines;
    if (!lamp) throw new Error("no lamp");
    const { body } = await put(orderBody({ lines: [{ ...lamp, vatRateBps: 1900 }] }));
    expect(body.warnings).toMatchObject([{ code: "unknown_rate", path: "lines[0].vatRateBps" }]);
    expect(body.warnings[0].message).toContain("lieu de livraison");
    expect((await get()).body.lines[0].vatRateBps).toBe(1900);
  });

  test("an unknown carrier is kept, with a warning", async () => {
    const { body } = await put(orderBody({ parcels: [{ carrier: "Pigeon & fils", trackingNumber: "P1" }] }));
    expect(body.warnings).toMatchObject([{ code: "unknown_carrier", path: "parcels[0].carrier" }]);
  });
});

describe("an invoiced order", () => {
  const externalInvoice = { number: "F-2026-77", issuedOn: "2026-10-29" };

  test("prices and lines are refused, with the way to go on", async () => {
    await put(orderBody({ externalInvoice }));
    const refused = await put(orderBody({ externalInvoice, shippingCents: 0 }));
    expect(refused).toMatchObject({ status: 409, body: { code: "order_invoiced", invoice: "F-2026-77" } });
    expect(refused.body.detail).toContain("avoir");
    const [lamp] = orderBody().lines;
    expect((await put(orderBody({ externalInvoice, lines: lamp ? [lamp] : [] }))).status).toBe(409);
    expect((await get()).body.shippingCents).toBe(490);
  });

  test("everything else still changes", async () => {
    await put(orderBody({ externalInvoice }));
    const changed = await put(orderBody({ externalInvoice, promisedDeliveryOn: "2026-11-05" }));
    expect(changed.body.result).toBe("updated");
  });
});

describe("an order with open claims", () => {
  test("a line that a claim is about cannot go", async () => {
    await put(orderBody());
    await openOn("damaged", "2026-11-20T09:00:00Z", [{ lineId: "AMPOULE", quantity: 1 }]);
    const [lamp] = orderBody().lines;
    const refused = await put(orderBody({ lines: lamp ? [lamp] : [] }));
    expect(refused).toMatchObject({ status: 409, body: { code: "order_line_in_use", lines: ["AMPOULE"] } });
  });

  test("another delivery moves the periods that run from it", async () => {
    await put(orderBody());
    const claimId = await openOn("no_longer_wanted", "2026-11-10T09:00:00Z");
    const later = orderBody({ parcels: [{ ...parcel, deliveredAt: "2026-11-05T13:00:00Z" }] });
    const preview = await put(later, "?dryRun=true");
    const { body } = await put(later);
    expect(preview.body.affectedClocks).toEqual(body.affectedClocks);
    expect(putOrder.responses[200].schema.safeParse(body).error).toBeUndefined();
    expect(body.affectedClocks).toMatchObject([
      {
        claimId,
        kind: "withdrawal_period",
        change: "moved",
        from: { dueOn: "2026-11-16" },
        to: { dueOn: "2026-11-19", dueBefore: "2026-11-19T23:00:00.000Z" },
      },
    ]);
    const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
    expect(clocks.find(({ kind }) => kind === "withdrawal_period")).toMatchObject({
      startsAt: "2026-11-05T13:00:00.000Z",
      dueOn: "2026-11-19",
      effectiveDueBefore: "2026-11-19T23:00:00.000Z",
    });
  });

  test("a delivery learnt late starts the guarantee, one withdrawn takes it away", async () => {
    const unknown = orderBody({ parcels: [{ ...parcel, deliveredAt: undefined }] });
    await put(unknown);
    await openOn("damaged", "2026-11-10T09:00:00Z");
    expect((await put(orderBody())).body.affectedClocks).toMatchObject([
      { kind: "legal_guarantee", change: "started", from: null, to: { dueOn: "2028-11-02" } },
    ]);
    expect((await put(unknown)).body.affectedClocks).toMatchObject([
      { kind: "legal_guarantee", change: "cancelled", to: null },
    ]);
  });
});

describe("whose order", () => {
  test("another seller sees nothing", async () => {
    await put(orderBody());
    const other = await makeSeller();
    const otherKey = await makeApiKey(db.superuser, { sellerId: other.id });
    expect((await get("CMD-1", otherKey)).body).toMatchObject({ status: 404, code: "order_not_found" });
    expect(await findOrder(other.scope, "CMD-1")).toBeUndefined();
    expect(await listOrders(other.scope, { limit: 10 })).toEqual([]);
  });

  test("two sellers may use the same number", async () => {
    await put(orderBody());
    const other = await makeSeller();
    key = await makeApiKey(db.superuser, { sellerId: other.id });
    expect((await put(orderBody())).body.result).toBe("created");
  });

  test("a viewer writes nothing", async () => {
    const body = orderBodySchema.parse(orderBody());
    const outcome = await importOrder(memberOf(seller.id, "viewer"), { number: "CMD-1", body }, NOW);
    expect(outcome).toEqual({ ok: false, reason: "not_allowed" });
  });
});

describe("listOrders", () => {
  test.each(["CMD-1", "jeanne", "JEANNE@EXAMPLE.ORG", "6A15 6026 76300", "AMPOULE", "lampe de bureau"])(
    "finds by %s",
    async (search) => {
      await put(orderBody());
      await put(
        orderBody({
          customer: { name: "Zoé" },
          lines: [{ sku: "X", name: "Y", quantity: 1, unitPriceCents: 1, vatRateBps: 0 }],
          parcels: [],
        }),
        "",
        "CMD-2",
      );
      const found = await listOrders(seller.scope, { search, limit: 10 });
      expect(found.map(({ number }) => number)).toEqual(["CMD-1"]);
    },
  );

  test("counts what the list shows, and pages", async () => {
    await put(orderBody());
    await put(orderBody({ placedAt: "2026-10-29T10:00:00Z" }), "", "CMD-2");
    const [latest, next] = await listOrders(seller.scope, { limit: 1 });
    expect([latest?.number, next?.number]).toEqual(["CMD-2", "CMD-1"]);
    expect(latest).toMatchObject({
      goodsCents: 10_330,
      lineCount: 2,
      parcelCount: 1,
      deliveredCount: 1,
      openClaimCount: 0,
    });
    if (!latest) throw new Error("no order");
    const second = await listOrders(seller.scope, { limit: 1, after: latest });
    expect(second.map(({ number }) => number)).toEqual(["CMD-1"]);
    expect(await listOrders(seller.scope, { search: "100%_", limit: 10 })).toEqual([]);
  });
});
