import { CALENDAR_ZONES, type CalendarId, isCalendarId } from "@/lib/calendar/calendar-ids";
import type { DayNumber } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { publicHolidays } from "@/lib/calendar/public-holidays";
import { type WorkingCalendar, workingCalendar } from "@/lib/calendar/working-calendar";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";

const UNION = "+";
const built = new Map<string, WorkingCalendar>();

/** The calendar of that id, such as `FR`, or of two together, such as `RE+FR`; undefined when unknown. */
export function findCalendar(id: string): WorkingCalendar | undefined {
  const known = built.get(id);
  if (known) return known;
  const parts = id.split(UNION);
  const ids = parts.filter(isCalendarId);
  if (parts.length > 2 || ids.length !== parts.length || new Set(ids).size !== ids.length) return undefined;
  const fresh = build(ids);
  built.set(id, fresh);
  return fresh;
}

/** The calendar of that id; throws when it is unknown. */
export function calendar(id: string): WorkingCalendar {
  const found = findCalendar(id);
  if (!found) throw new RangeError(`unknown calendar: ${id}`);
  return found;
}

/** A day is a holiday when it is one in either calendar. The same calendar twice is itself. */
export function unionCalendar(a: CalendarId, b: CalendarId): WorkingCalendar {
  return calendar(a === b ? a : `${a}${UNION}${b}`);
}

/**
 * Calendar of the customer's withdrawal period: the delivery territory's together with the mainland's,
 * which reads any doubt in the customer's favour.
 */
export function withdrawalCalendar(territory: CalendarId): WorkingCalendar {
  return unionCalendar(territory, "FR");
}

export function zoneOfCalendar(id: CalendarId): ZoneId {
  return zoneId(CALENDAR_ZONES[id]);
}

function build(ids: readonly CalendarId[]): WorkingCalendar {
  return workingCalendar(ids.join(UNION), (year) => {
    const days = new Map<DayNumber, HolidayName>();
    for (const id of ids) {
      for (const [day, name] of publicHolidays(id, year)) if (!days.has(day)) days.set(day, name);
    }
    return days;
  });
}
