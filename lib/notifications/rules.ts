import { addDays, type IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, startOfDay, type ZoneId } from "@/lib/calendar/zone";
import { RETURN_AWAITED_DAYS } from "@/lib/replies/lapsed-return";

/** An answer that waits for a yes or a no is recalled on the third day after the one it was shown on (assumed). */
const DECISION_AFTER_DAYS = 3;
/** A parcel to send back is recalled on the second day before its last (assumed). */
const RETURN_DAYS_BEFORE = 2;
/** A bound passed longer ago is no news: the inbox shows it, and a mail for each would bury the fresh ones (assumed). */
const NEWS_DAYS = 7;

/**
 * What customers are reminded of at an instant. Unit: civil days of the marketplace's zone; the day an answer was
 * shown on is not counted, and the last day of a return is.
 */
export function dueReminders(now: Instant, zone: ZoneId): DueReminders {
  const today = localDay(now, zone);
  return {
    answersShownBefore: startOfDay(addDays(today, 1 - DECISION_AFTER_DAYS), zone),
    // One never reminded still is while the goods are awaited: a seller may only give up after it.
    returnsDueFrom: addDays(today, -RETURN_AWAITED_DAYS),
    returnsDueUntil: addDays(today, RETURN_DAYS_BEFORE),
  };
}

export type DueReminders = {
  /** Exclusive. */
  readonly answersShownBefore: Instant;
  readonly returnsDueFrom: IsoDate;
  readonly returnsDueUntil: IsoDate;
};

/** Since when a passed bound is still news: the start of the seventh civil day before today in the marketplace's zone. */
export function newsSince(now: Instant, zone: ZoneId): Instant {
  return startOfDay(addDays(localDay(now, zone), -NEWS_DAYS), zone);
}
