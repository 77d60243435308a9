import { and, eq } from "drizzle-orm";
import type { Deed } from "@/db/commands/deeds";
import { type AffectedClock, followDelivery } from "@/db/commands/delivery-clocks";
import { appendEvent } from "@/db/commands/journal";
import { OrderWrites, rowFinder } from "@/db/commands/order-writes";
import type { RecordedDeed } from "@/db/commands/record-refund";
import { type DeedRefusal, futureRefusal, lockOrder } from "@/db/commands/recorded-order";
import { applyShipment } from "@/db/commands/shipment-effects";
import { parcels } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { canonicalJson } from "@/lib/journal/canonical";
import { parcelColumns, parcelContents } from "@/lib/orders/columns";
import { parcelKeyOf } from "@/lib/orders/consistency";
import { mayImportOrders } from "@/lib/orders/permissions";
import type { ParcelBody } from "@/lib/orders/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type RecordedShipment = RecordedDeed & { readonly affectedClocks: readonly AffectedClock[] };

/**
 * Record a parcel that left, or what became of one already known (same carrier and number). A new parcel that left
 * keeps the most urgent promise to send something; with `claimId`, that claim's promises.
 */
export async function recordShipment(
  scope: OneSellerScope,
  shipment: Pick<Deed, "claimId" | "commitmentId"> & { readonly number: string; readonly parcel: ParcelBody },
  now: Instant,
): Promise<Outcome<RecordedShipment, DeedRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const { shippedAt, availableAt, deliveredAt, returnedAt } = shipment.parcel;
  const late = futureRefusal({ shippedAt, availableAt, deliveredAt, returnedAt }, now);
  if (late) return late;
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx): Promise<Outcome<RecordedShipment, DeedRefusal>> => {
    const order = await lockOrder(tx, sellerId, shipment.number);
    if (!order) return refused("order_not_found");
    const { orderId, number, lines } = order;
    const unknown = parcelContents(shipment.parcel).some(({ lineId }) => !lines.has(lineId));
    if (unknown) return refused("invalid", { lines: ["unknown_line_id"] });
    const { claimId, commitmentId } = shipment;
    const deed: Deed = { sellerId, orderId, actor, now, claimId, commitmentId };
    const written = await writeParcel(tx, deed, shipment.parcel, lines);
    if (written === "same") return accepted({ orderId, result: "already_recorded", fulfilled: [], affectedClocks: [] });
    const payload = { orderId, number, ...parcelColumns(shipment.parcel, 0), position: undefined };
    const stream = { kind: "seller", id: sellerId, sellerId } as const;
    await appendEvent(tx, { stream, type: "shipment_recorded", actor, at: now, payload });
    const fulfilled = written === "left" ? await applyShipment(tx, deed, shipment.parcel) : [];
    const affectedClocks = fulfilled.length === 0 && deliveredAt ? await followDelivery(tx, deed) : [];
    return accepted({ orderId, result: "recorded", fulfilled, affectedClocks });
  });
}

async function writeParcel(
  tx: Transaction,
  { sellerId, orderId }: Deed,
  parcel: ParcelBody,
  lines: ReadonlyMap<string, string>,
): Promise<"left" | "changed" | "same"> {
  const rows = await tx
    .select()
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), eq(parcels.orderId, orderId)));
  const known = rows.find((row) => parcelKeyOf(row) === parcelKeyOf(parcel));
  const columns = parcelColumns(parcel, known?.position ?? rows.length + 1);
  if (!known) {
    const writes = new OrderWrites(sellerId);
    const contents = parcelContents(parcel);
    writes.addParcel(orderId, { ...columns, contents, recordedApart: true }, rowFinder(lines));
    await writes.write(tx);
    return "left";
  }
  const told = {
    shippedAt: columns.shippedAt ?? known.shippedAt,
    availableAt: columns.availableAt ?? known.availableAt,
    deliveredAt: columns.deliveredAt ?? known.deliveredAt,
    returnedAt: columns.returnedAt ?? known.returnedAt,
    events: columns.events.length > 0 ? columns.events : known.events,
  };
  const { shippedAt, availableAt, deliveredAt, returnedAt, events } = known;
  if (canonicalJson(told) === canonicalJson({ shippedAt, availableAt, deliveredAt, returnedAt, events })) return "same";
  await tx
    .update(parcels)
    .set(told)
    .where(and(eq(parcels.sellerId, sellerId), eq(parcels.id, known.id)));
  return told.shippedAt && !known.shippedAt ? "left" : "changed";
}
