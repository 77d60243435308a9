import { addMonths, type IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, startOfDay, type ZoneId } from "@/lib/calendar/zone";
import type { Origin } from "@/lib/deadlines/rule";

type RetentionRule = {
  /** Civil months after which it goes; null for what is never purged by the product. */
  readonly months: number | null;
  readonly origin: Origin;
  /** The text was not read in its official form. */
  readonly toVerify?: boolean;
};

/** How long each kind of data is kept, from what it says beside it; the words are `privacy.kinds.{kind}`. */
export const RETENTION = {
  /** From the closure of an order's last claim: the time in which it can be sued over. */
  closed_claim: { months: 60, origin: "law:C. civ. art. 2224 ; C. com. art. L110-4", toVerify: true },
  /** From the order, when nobody ever claimed about it. */
  order_without_claim: { months: 36, origin: "assumed:CNIL, trois ans après le dernier contact", toVerify: true },
  /** From the day a request of the public form was settled. */
  submission: { months: 6, origin: "assumed:fin de la demande et marge de six mois" },
  /** From the import: the orders it made live on by themselves. */
  imported_file: { months: 6, origin: "assumed:reprise d’un import et marge de six mois" },
  /** From the day it was written. */
  mail: { months: 60, origin: "law:C. civ. art. 2224 ; C. com. art. L110-4", toVerify: true },
  /** Sessions, failed sign-ins and lost passwords, from their end. */
  security_log: { months: 12, origin: "assumed:CNIL, journalisation, six mois à un an", toVerify: true },
  /** From the close of the year: accounting. Longer than the product knows, so never purged by it. */
  invoice: { months: null, origin: "law:C. com. art. L123-22", toVerify: true },
} as const satisfies Record<string, RetentionRule>;

export type RetentionKind = keyof typeof RETENTION;
export type PurgedKind = Exclude<RetentionKind, "invoice">;
export const PURGED_KINDS = [
  "closed_claim",
  "order_without_claim",
  "submission",
  "imported_file",
  "mail",
  "security_log",
] as const satisfies readonly PurgedKind[];

/**
 * The instant before which data of a kind has had its time: the first of the marketplace's day so many months ago.
 * The day itself is kept whole.
 */
export function keptSince(kind: PurgedKind, now: Instant, zone: ZoneId): Instant {
  const day: IsoDate = addMonths(localDay(now, zone), -RETENTION[kind].months);
  return startOfDay(day, zone);
}
