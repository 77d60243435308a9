import { fromDayNumber } from "@/lib/calendar/civil-day";
import { type Instant, toEpochMs } from "@/lib/calendar/instant";
import { isWorkingDay, type WorkingCalendar } from "@/lib/calendar/working-calendar";
import { localDayNumber, startOfDayMs, type ZoneId } from "@/lib/calendar/zone";

const MINUTE_MS = 60_000;

/**
 * Working time between two instants, in whole minutes: the minutes between 0 and 24 h of working days.
 *
 * Unit: minutes really elapsed, so that a day on which the clocks change has 23 or 25 hours. Saturdays, Sundays and
 * the calendar's public holidays give none. Nothing when the end is not after the start.
 */
export function workingMinutes(
  from: Instant,
  to: Instant,
  { calendar, zone }: { readonly calendar: WorkingCalendar; readonly zone: ZoneId },
): number {
  const [start, end] = [toEpochMs(from), toEpochMs(to)];
  let worked = 0;
  for (let day = localDayNumber(start, zone); startOfDayMs(day, zone) < end; day += 1) {
    if (!isWorkingDay(fromDayNumber(day), calendar)) continue;
    worked += Math.min(end, startOfDayMs(day + 1, zone)) - Math.max(start, startOfDayMs(day, zone));
  }
  return Math.max(0, Math.floor(worked / MINUTE_MS));
}
