import { and, eq } from "drizzle-orm";
import { type AffectedClock, followDelivery } from "@/db/commands/delivery-clocks";
import { appendEvent } from "@/db/commands/journal";
import { inMode, type Mode } from "@/db/commands/mode";
import { futureRefusal, lockOrder } from "@/db/commands/recorded-order";
import { parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayImportOrders } from "@/lib/orders/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type DeliveryCorrection = {
  readonly number: string;
  readonly parcelId: string;
  readonly deliveredAt: Instant;
  /** The delivery as it was when the correction was decided; null when none was known. */
  readonly instead: Instant | null;
};

export type CorrectionRefusal =
  | "not_allowed"
  | "order_not_found"
  | "parcel_not_found"
  | "changed_meanwhile"
  | "same_delivery"
  | "invalid";

export type CorrectedDelivery = { readonly affectedClocks: readonly AffectedClock[] };

/**
 * Say when a known parcel was handed over, first or instead of what was said. Periods of the order's open claims that
 * run from the delivery are counted anew; one that has ended keeps its date (C. conso. L221-18, L217-3).
 *
 * @param mode `dry_run` says what would move and writes nothing
 */
export async function correctDelivery(
  scope: OneSellerScope,
  correction: DeliveryCorrection,
  now: Instant,
  mode: Mode = "write",
): Promise<Outcome<CorrectedDelivery, CorrectionRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const { deliveredAt } = correction;
  const late = futureRefusal({ deliveredAt }, now);
  if (late) return late;
  return inMode(mode, scope, (tx) => correct(tx, scope, correction, now));
}

async function correct(
  tx: Transaction,
  { sellerId, actor }: OneSellerScope,
  { number, parcelId, deliveredAt, instead }: DeliveryCorrection,
  now: Instant,
): Promise<Outcome<CorrectedDelivery, CorrectionRefusal>> {
  const order = await lockOrder(tx, sellerId, number);
  if (!order) return refused("order_not_found");
  const { orderId } = order;
  const ofParcel = and(eq(parcels.sellerId, sellerId), eq(parcels.orderId, orderId), eq(parcels.id, parcelId));
  const [parcel] = await tx.select().from(parcels).where(ofParcel);
  if (!parcel) return refused("parcel_not_found");
  if (parcel.deliveredAt !== instead) return refused("changed_meanwhile");
  if (parcel.deliveredAt === deliveredAt) return refused("same_delivery");
  if (parcel.shippedAt !== null && deliveredAt < parcel.shippedAt) {
    return refused("invalid", { deliveredAt: ["delivered_before_dispatch"] });
  }
  await tx.update(parcels).set({ deliveredAt }).where(ofParcel);
  const { carrier, trackingNumber } = parcel;
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    type: "delivery_corrected",
    actor,
    at: now,
    payload: { orderId, number, carrier, trackingNumber, from: instead, to: deliveredAt },
  });
  return accepted({ affectedClocks: await followDelivery(tx, { sellerId, orderId, actor, now }) });
}
