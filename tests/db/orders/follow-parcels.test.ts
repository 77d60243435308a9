import { createServer } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readOrderFacts } from "@/db/queries/order-facts";
import { parcels } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { statusOfParcel } from "@/lib/orders/parcel";
import { followParcels } from "@/lib/server/carriers/follow-parcels";
import { laposteStatus } from "@/lib/server/carriers/laposte";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";

const NOW = instant("2026-11-23T09:00:00Z");
const SHIPPED = instant("2026-11-16T09:00:00Z");

type Event = { readonly date: string; readonly label: string; readonly code: string };
let close: (() => void) | undefined;
afterEach(() => close?.());
afterAll(closeDatabase);

/** A server that answers as the documentation says: 200 for one number, 207 and a list for several. */
async function laposte(shipments: Readonly<Record<string, readonly Event[]>>, failing?: number) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const numbers = decodeURIComponent(request.url ?? "")
      .replace(/^\/idships\/|\?.*$/g, "")
      .split(",");
    asked.push(...numbers);
    expect(request.headers["x-okapi-key"]).toBe("cle-d-essai");
    const answers = numbers.map((idShip) =>
      shipments[idShip]
        ? { returnCode: 200, shipment: { idShip, holder: 4, isFinal: true, event: shipments[idShip] } }
        : { returnCode: 104, returnMessage: "Ressource non trouvée", idShip },
    );
    response.writeHead(failing ?? (numbers.length > 1 ? 207 : 200), { "content-type": "application/json" });
    response.end(JSON.stringify(numbers.length > 1 ? answers : answers[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => server.close();
  const address = server.address();
  Object.assign(env(), {
    LAPOSTE_API_KEY: "cle-d-essai",
    LAPOSTE_API_URL: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
  });
  const carrier = laposteStatus();
  if (!carrier) throw new Error("no key");
  return { carrier, asked };
}

let serial = 100_000;
async function parcelOnItsWay(seller: MadeSeller) {
  serial += 1;
  const trackingNumber = `6A15602${serial}`;
  const order = await makeOrder(seller, { shippedAt: SHIPPED, deliveredAt: null });
  await withScope(seller.job, (tx) =>
    tx.update(parcels).set({ carrier: "Colissimo", trackingNumber }).where(eq(parcels.orderId, order.id)),
  );
  const read = async () => {
    const facts = await withScope(seller.scope, (tx) => readOrderFacts(tx, seller.id, order.id));
    const [parcel] = facts?.parcels ?? [];
    if (!parcel) throw new Error("no parcel");
    return { ...parcel, status: statusOfParcel(parcel) };
  };
  return { trackingNumber, read };
}

const event = (code: string, day: string): Event => ({
  date: `2026-11-${day}T10:30:00+01:00`,
  label: `Étape ${code}`,
  code,
});

describe("followParcels", () => {
  test("notices a delivery by itself, with the steps before it", async () => {
    const parcel = await parcelOnItsWay(await makeSeller());
    const { carrier } = await laposte({
      [parcel.trackingNumber]: [event("DI1", "19"), event("ET1", "17"), event("DR1", "15")],
    });
    await followParcels(carrier, NOW);
    const read = await parcel.read();
    expect(read).toMatchObject({
      status: "delivered",
      deliveredAt: instant("2026-11-19T09:30:00Z"),
      shippedAt: SHIPPED,
    });
    expect(read.events.map(({ code }) => code)).toEqual(["DR1", "ET1", "DI1"]);
  });

  test.each([
    { because: "a label is no dispatch and no delivery", codes: ["DR1"], status: "in_transit" },
    { because: "it waits in a shop", codes: ["ET1", "AG1"], status: "waiting" },
    { because: "it went back to its sender", codes: ["AG1", "RE1", "DI2"], status: "returned" },
  ])("$because: $status", async ({ codes, status }) => {
    const parcel = await parcelOnItsWay(await makeSeller());
    const steps = codes.map((code, index) => event(code, String(17 + index)));
    const { carrier } = await laposte({ [parcel.trackingNumber]: steps });
    await followParcels(carrier, NOW);
    expect(await parcel.read()).toMatchObject({ status, deliveredAt: null });
  });

  test.each([
    { because: "too many calls", failing: 429 },
    { because: "an outage", failing: 503 },
    { because: "a key that is refused", failing: 401 },
  ])("$because: nothing is written, and nothing breaks", async ({ failing }) => {
    const parcel = await parcelOnItsWay(await makeSeller());
    const { carrier, asked } = await laposte({ [parcel.trackingNumber]: [event("DI1", "19")] }, failing);
    await followParcels(carrier, NOW);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(await parcel.read()).toMatchObject({ status: "shipped", deliveredAt: null });
  });

  test("a delivery before the dispatch the seller gave is shown as a step, and not believed", async () => {
    const parcel = await parcelOnItsWay(await makeSeller());
    const { carrier } = await laposte({ [parcel.trackingNumber]: [event("DI1", "14")] });
    await followParcels(carrier, NOW);
    const read = await parcel.read();
    expect([read.deliveredAt, read.events.length]).toEqual([null, 1]);
  });

  test("a carrier nobody answers for changes nothing", async () => {
    const { carrier } = await laposte({});
    close?.();
    expect(await carrier.ask(["6A15602676300"])).toEqual({ ok: false, reason: "unreachable" });
  });

  test("without a key no carrier is asked", () => {
    Object.assign(env(), { LAPOSTE_API_KEY: undefined });
    expect(laposteStatus()).toBeUndefined();
  });
});
