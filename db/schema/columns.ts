import { customType, uuid } from "drizzle-orm/pg-core";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";

/** `timestamptz` read and written as a UTC ISO string, so that no host zone and no `Date` reaches a rule. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => new Date(value).toISOString() as Instant,
});

/** `date` read and written as `YYYY-MM-DD`. */
export const civilDay = customType<{ data: IsoDate; driverData: string }>({
  dataType: () => "date",
  fromDriver: (value) => value as IsoDate,
});

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** Case-insensitive text for e-mail addresses, which are normalised before they are stored. */
export const citext = customType<{ data: string; driverData: string }>({
  dataType: () => "citext",
});

/** Every seller's row has the primary key `(seller_id, id)`: what row-level security filters on. */
export const sellerKey = {
  sellerId: uuid("seller_id").notNull(),
  id: uuid("id").notNull(),
};
