import { and, eq, inArray, sql } from "drizzle-orm";
import { ordersWithOpenClaims } from "@/db/commands/deeds";
import { type AffectedClock, followDelivery } from "@/db/commands/delivery-clocks";
import type { EntryOutcome, OrderEntry, OrderImport, OrderRefusal, PreparedOrder } from "@/db/commands/imported-order";
import { appendEvents } from "@/db/commands/journal";
import { addOrder } from "@/db/commands/order-insert";
import { refusedRefunds } from "@/db/commands/order-refunds";
import { changeOrder, type OrderChange, type WrittenChange } from "@/db/commands/order-update";
import { OrderWrites } from "@/db/commands/order-writes";
import { applyRefunds } from "@/db/commands/refund-effects";
import { applyShipment } from "@/db/commands/shipment-effects";
import { readKnownOrders } from "@/db/queries/known-orders";
import { readSellerVat } from "@/db/queries/seller-vat";
import { channels } from "@/db/schema/marketplace";
import { orders } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import { factsHash } from "@/lib/orders/facts-hash";
import { fieldPath } from "@/lib/orders/field-path";
import { factsAfter } from "@/lib/orders/future";
import { orderWarnings, type SellerVat } from "@/lib/orders/warnings";
import { accepted, refused } from "@/lib/outcome";

/**
 * Write orders of one seller as their bodies say. One import runs at a time per seller, so that two with the same
 * number cannot cross. A refused order writes nothing and stops no other.
 *
 * @returns one outcome per entry, in the same order
 */
export async function writeOrders(
  tx: Transaction,
  run: OrderImport,
  entries: readonly OrderEntry[],
): Promise<readonly EntryOutcome[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`orders:${run.sellerId}`}, 0))`);
  const seller = await readSellerVat(tx, run.sellerId);
  const prepared = await prepare(tx, run, entries);
  const writes = new OrderWrites(run.sellerId);
  const created = addNewOrders(writes, run, seller, prepared);
  const changes = await addChanges(tx, writes, run, { seller, prepared });
  await writes.write(tx);
  await journalChanges(tx, run, changes);
  const clocks = await followChanges(tx, run, changes);
  return prepared.map((entry): EntryOutcome => {
    if (!entry.ok) return entry;
    const { number, body } = entry.value;
    const orderId = created.get(number) ?? entry.value.orderId ?? "";
    const change = changes.get(orderId);
    if (change && !change.ok) return change;
    const result = created.has(number) ? "created" : change ? "updated" : "unchanged";
    const warnings = orderWarnings(body, seller);
    return accepted({ orderId, number, result, warnings, affectedClocks: clocks.get(orderId) ?? [] });
  });
}

type Prepared = { readonly ok: true; readonly value: PreparedOrder & { readonly isUnchanged: boolean } } | OrderRefusal;

async function prepare(
  tx: Transaction,
  run: OrderImport,
  entries: readonly OrderEntry[],
): Promise<readonly Prepared[]> {
  const numbers = entries.map((entry) => entry.number);
  const rows = await tx
    .select({ id: orders.id, number: orders.number, hash: orders.factsHash })
    .from(orders)
    .where(and(eq(orders.sellerId, run.sellerId), inArray(orders.number, numbers)))
    .for("no key update");
  const known = new Map(rows.map((row) => [row.number, row]));
  const knownChannels = new Set((await tx.select({ id: channels.id }).from(channels)).map((row) => row.id));
  return entries.map(({ number, body }): Prepared => {
    const channel = body.channel ?? run.channel;
    const late = factsAfter(body, run.latest);
    if (late.length > 0)
      return refused("invalid", Object.fromEntries(late.map((path) => [fieldPath(path), ["in_the_future"]])));
    if (!knownChannels.has(channel)) return refused("invalid", { channel: ["unknown_channel"] });
    const hash = factsHash(body);
    const row = known.get(number);
    const above = row ? undefined : refusedRefunds(body);
    if (above) return above;
    return accepted({ number, body, hash, channel, orderId: row?.id, isUnchanged: row?.hash === hash });
  });
}

/** @returns the ids of the new orders by their number */
function addNewOrders(
  writes: OrderWrites,
  { now }: OrderImport,
  seller: SellerVat,
  prepared: readonly Prepared[],
): ReadonlyMap<string, string> {
  const fresh = prepared.flatMap((entry) => (entry.ok && entry.value.orderId === undefined ? [entry.value] : []));
  return new Map(fresh.map((entry) => [entry.number, addOrder(writes, entry, { seller, now })]));
}

/** @returns what becomes of the known orders whose facts differ, by their id */
async function addChanges(
  tx: Transaction,
  writes: OrderWrites,
  run: OrderImport,
  { seller, prepared }: { readonly seller: SellerVat; readonly prepared: readonly Prepared[] },
): Promise<ReadonlyMap<string, OrderChange>> {
  const entries = prepared.flatMap((entry) => (entry.ok && !entry.value.isUnchanged ? [entry.value] : []));
  const ids = entries.flatMap((entry) => entry.orderId ?? []);
  const known = await readKnownOrders(tx, run.sellerId, ids);
  const changes = new Map<string, OrderChange>();
  for (const entry of entries) {
    const before = entry.orderId === undefined ? undefined : known.get(entry.orderId);
    if (entry.orderId === undefined || before === undefined) continue;
    const changed = { ...entry, orderId: entry.orderId, before, seller };
    changes.set(entry.orderId, await changeOrder(tx, writes, changed, run));
  }
  return changes;
}

async function journalChanges(
  tx: Transaction,
  { sellerId, actor, now }: OrderImport,
  changes: ReadonlyMap<string, OrderChange>,
): Promise<void> {
  const facts = written(changes).flatMap(([, change]) => change.facts);
  await appendEvents(tx, { stream: { kind: "seller", id: sellerId, sellerId }, actor, at: now }, facts);
}

/** What the changes mean for open claims: refunds and parcels keep promises, deliveries move the customer's periods. */
async function followChanges(
  tx: Transaction,
  run: OrderImport,
  changes: ReadonlyMap<string, OrderChange>,
): Promise<ReadonlyMap<string, readonly AffectedClock[]>> {
  const claimed = await ordersWithOpenClaims(tx, run.sellerId, [...changes.keys()]);
  const affected = new Map<string, readonly AffectedClock[]>();
  for (const [orderId, change] of written(changes).filter(([id]) => claimed.has(id))) {
    const deed = { ...run, orderId };
    if (change.newRefunds.length > 0) await applyRefunds(tx, deed, change.newRefunds);
    for (const parcel of change.leftParcels) await applyShipment(tx, deed, parcel);
    if (change.movesDelivery) affected.set(orderId, await followDelivery(tx, deed));
  }
  return affected;
}

function written(changes: ReadonlyMap<string, OrderChange>): readonly (readonly [string, WrittenChange])[] {
  return [...changes].flatMap(([id, change]) => (change.ok ? [[id, change.value] as const] : []));
}
