import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

const HOUR_MS = 3_600_000;

export function hoursAfter(at: Instant, hours: number): Instant {
  return fromEpochMs(toEpochMs(at) + Math.round(hours * HOUR_MS));
}

/** Same hour some days earlier or, with a negative number, later; a demo need not care for summer time. */
export function daysBefore(at: Instant, days: number): Instant {
  return hoursAfter(at, -24 * days);
}

/** A claim of today is two hours old; an older one came in at an hour of its own, so that not all are alike. */
export function openingInstant(now: Instant, daysAgo: number, index: number): Instant {
  if (daysAgo === 0) return hoursAfter(now, -2 - (index % 4) / 4);
  return hoursAfter(daysBefore(now, daysAgo), -(index % 7) / 2);
}
