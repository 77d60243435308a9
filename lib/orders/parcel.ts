import type { Instant } from "@/lib/calendar/instant";
import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import type { ParcelMode, Shipper } from "./order";

/** One line of a carrier's tracking history, as it was imported. */
export type ParcelEvent = {
  readonly at: Instant;
  readonly code?: string | undefined;
  readonly label: string;
};

export type Parcel = {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly mode: ParcelMode;
  readonly shippedBy: Shipper;
  readonly shippedAt: Instant | null;
  readonly availableAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly returnedAt: Instant | null;
};

/**
 * Where the parcel is, by its facts. One handed back to the sender is never delivered, and one that waits at a
 * pick-up point is not either: delivery there is the collection, not the arrival.
 */
export function statusOfParcel(
  parcel: Pick<Parcel, "shippedAt" | "availableAt" | "deliveredAt" | "returnedAt"> & {
    readonly events: readonly ParcelEvent[];
  },
): ParcelStatus {
  if (parcel.returnedAt) return "returned";
  if (parcel.deliveredAt) return "delivered";
  if (parcel.availableAt) return "waiting";
  if (!parcel.shippedAt) return "not_shipped";
  return parcel.events.length > 0 ? "in_transit" : "shipped";
}
