import { type DayNumber, LAST_DAY_NUMBER, type Weekday, weekdayOf } from "@/lib/calendar/civil-day";
import { type EpochMs, fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import type { WorkingCalendar } from "@/lib/calendar/working-calendar";
import { localDayNumber, wallClockMs, type ZoneId } from "@/lib/calendar/zone";

/** A stretch of opening, in minutes since midnight on the wall clock, the end exclusive. */
export type OpeningSpan = { readonly from: number; readonly to: number };

/** Opening times by weekday; a lunch break is two spans. Never open on a public holiday. */
export type WeeklyOpening = Readonly<Partial<Record<Weekday, readonly OpeningSpan[]>>>;

export type OpenDay = { readonly day: DayNumber; readonly minutes: number };

export class OpeningHoursError extends RangeError {
  readonly field = "opening";
}

const MINUTE_MS = 60_000;

/**
 * The instant at which so much opening time has gone by, and how much of it each day gave.
 *
 * A request made while closed starts with the next opening. Time is really elapsed time: an opening that
 * spans a clock change is an hour shorter or longer.
 */
export function addBusinessMinutes(
  start: Instant,
  minutes: number,
  opening: WeeklyOpening,
  { calendar, zone }: { readonly calendar: WorkingCalendar; readonly zone: ZoneId },
): { readonly endsAt: Instant; readonly days: readonly OpenDay[] } {
  let left = minutes * MINUTE_MS;
  const startMs = toEpochMs(start);
  const days: OpenDay[] = [];
  for (let day = localDayNumber(startMs, zone); day <= LAST_DAY_NUMBER; day += 1) {
    if (calendar.holidayOn(day)) continue;
    const before = left;
    for (const span of opening[weekdayOf(day)] ?? []) {
      const opens = Math.max(startMs, wallClockMs(day, span.from, zone));
      const open = Math.max(0, wallClockMs(day, span.to, zone) - opens);
      if (open >= left) return { endsAt: fromEpochMs(opens + left), days: [...days, openDay(day, before)] };
      left -= open;
    }
    if (before > left) days.push(openDay(day, before - left));
  }
  throw new OpeningHoursError("the opening hours never add up to the period");
}

function openDay(day: DayNumber, ms: EpochMs): OpenDay {
  return { day, minutes: Math.round(ms / MINUTE_MS) };
}
