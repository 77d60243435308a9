import type { Instant } from "@/lib/calendar/instant";
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
