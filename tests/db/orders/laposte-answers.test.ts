import { createServer, type ServerResponse } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readOrderFacts } from "@/db/queries/order-facts";
import { parcels } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { followParcels } from "@/lib/server/carriers/follow-parcels";
import { laposteStatus } from "@/lib/server/carriers/laposte";
import { makeOrder, makeSeller } from "../../support/factory";

const NOW = instant("2026-11-23T09:00:00Z");
const SHIPPED = instant("2026-11-16T09:00:00Z");
const NUMBER = "6A15602676300";
const PATIENCE_MS = 300;

let close: (() => void) | undefined;
afterEach(() => close?.());
afterAll(closeDatabase);

/** La Poste on loopback, answering whatever the test wants. */
async function laposte(answer: (response: ServerResponse) => void) {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  Object.assign(env(), { LAPOSTE_API_KEY: "cle-d-essai", LAPOSTE_API_URL: `http://127.0.0.1:${port}` });
  const carrier = laposteStatus(PATIENCE_MS);
  if (!carrier) throw new Error("no key");
  return carrier;
}

async function parcelOnItsWay() {
  const seller = await makeSeller();
  const order = await makeOrder(seller, { shippedAt: SHIPPED, deliveredAt: null });
  await withScope(seller.job, (tx) =>
    tx.update(parcels).set({ carrier: "Colissimo", trackingNumber: NUMBER }).where(eq(parcels.orderId, order.id)),
  );
  return async () => {
    const facts = await withScope(seller.scope, (tx) => readOrderFacts(tx, seller.id, order.id));
    return facts?.parcels[0];
  };
}

const json =
  (value: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };
const text =
  (words: string, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(words);
const DELIVERED = { date: "2026-11-19T10:30:00+01:00", label: "Remis au destinataire", code: "DI1" };
const shipment = (event: unknown) => ({ returnCode: 200, shipment: { idShip: NUMBER, event } });

function endless(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => response.write(" ".repeat(64 * 1024), (error) => error || setImmediate(more));
  more();
}

describe("an answer that is of no use", () => {
  test.each([
    { what: "nothing, for ever", answer: () => undefined },
    {
      what: "a beginning, and nothing more",
      answer: (response: ServerResponse) => void response.writeHead(200).write("{"),
    },
    { what: "a body without end", answer: endless },
    { what: "a connection broken off", answer: (response: ServerResponse) => void response.destroy() },
    { what: "too many calls", answer: json({ code: "too_many" }, 429) },
    { what: "a failure", answer: json({ code: "internal" }, 500) },
    { what: "maintenance, as a page", answer: text("<html>Maintenance</html>", 503) },
    { what: "a page with the status of an answer", answer: text("<!doctype html><title>La Poste</title>") },
    { what: "half of it", answer: text('{"shipment":{"idShip":"6A1560') },
    { what: "nothing at all", answer: text("") },
    { what: "a number", answer: json(42) },
    { what: "nothing, as JSON", answer: json(null) },
    { what: "a list of lists", answer: json([[], {}, "x"]) },
    { what: "a parcel that is a text", answer: json({ shipment: "6A15602676300" }) },
    { what: "steps that are a text", answer: json(shipment("DI1")) },
    { what: "steps of wrong types", answer: json(shipment([null, 1, "DI1", { date: 7, label: [], code: {} }])) },
    { what: "a step without a day", answer: json(shipment([{ ...DELIVERED, date: "hier" }])) },
    {
      what: "a delivery that is still to come",
      answer: json(shipment([{ ...DELIVERED, date: "2027-01-01T10:00:00+01:00" }])),
    },
    { what: "another parcel's delivery", answer: json({ shipment: { idShip: "6A15602683841", event: [DELIVERED] } }) },
    {
      what: "another address",
      answer: (response: ServerResponse) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    },
  ])("$what: nothing is written, nothing breaks, and the next answer counts", async ({ answer }) => {
    const read = await parcelOnItsWay();
    await followParcels(await laposte(answer), NOW);
    expect(await read()).toMatchObject({ shippedAt: SHIPPED, deliveredAt: null, events: [] });
    close?.();
    await followParcels(await laposte(json(shipment([DELIVERED]))), NOW);
    expect(await read()).toMatchObject({ deliveredAt: instant("2026-11-19T09:30:00Z") });
  });
});

describe("an answer that is odd in part", () => {
  test("steps that cannot be read are left out, the delivery is noticed", async () => {
    const read = await parcelOnItsWay();
    await followParcels(
      await laposte(json(shipment([DELIVERED, { date: null }, 7, { ...DELIVERED, code: "ET1" }]))),
      NOW,
    );
    const parcel = await read();
    expect(parcel).toMatchObject({ deliveredAt: instant("2026-11-19T09:30:00Z") });
    expect(parcel?.events).toHaveLength(2);
  });

  test("what no database keeps and no page shows is taken out of its words", async () => {
    const read = await parcelOnItsWay();
    const label = `Remis\u0000 au \u202edestinataire \ud800${"x".repeat(5_000)}`;
    await followParcels(await laposte(json(shipment([{ ...DELIVERED, label }]))), NOW);
    const [step] = (await read())?.events ?? [];
    expect(step?.label).toMatch(/^Remis au destinataire .x+$/);
    expect(step?.label.length).toBe(200);
  });

  test("no more steps are kept than a parcel takes", async () => {
    const read = await parcelOnItsWay();
    const steps = Array.from({ length: 5_000 }, () => ({ ...DELIVERED, code: "ET1" }));
    await followParcels(await laposte(json(shipment(steps))), NOW);
    expect((await read())?.events).toHaveLength(200);
  });
});
