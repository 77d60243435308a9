import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import { orders, parcels } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** Parcels of recent orders that are neither delivered nor back, whatever their carrier. */
export async function listFollowedParcels(scope: Extract<JobScope, { readonly kind: "sweep" }>, since: Instant) {
  return withScope(scope, (tx) =>
    tx
      .select({
        sellerId: parcels.sellerId,
        orderNumber: orders.number,
        carrier: parcels.carrier,
        trackingNumber: parcels.trackingNumber,
        mode: parcels.mode,
        shippedBy: parcels.shippedBy,
        shippedAt: parcels.shippedAt,
      })
      .from(parcels)
      .innerJoin(orders, and(eq(orders.sellerId, parcels.sellerId), eq(orders.id, parcels.orderId)))
      .where(
        and(
          isNull(parcels.deliveredAt),
          isNull(parcels.returnedAt),
          or(gte(parcels.shippedAt, since), and(isNull(parcels.shippedAt), gte(orders.placedAt, since))),
        ),
      )
      .orderBy(asc(orders.placedAt), asc(parcels.id))
      .limit(5000),
  );
}

export type FollowedParcel = Awaited<ReturnType<typeof listFollowedParcels>>[number];
