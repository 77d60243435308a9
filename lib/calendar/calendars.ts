import { CALENDAR_ZONES, type CalendarId, isCalendarId } from "@/lib/calendar/calendar-ids";
import { type DayNumber, dayNumberOf, type IsoDate, toDayNumber } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { publicHolidays } from "@/lib/calendar/public-holidays";
import { type WorkingCalendar, workingCalendar } from "@/lib/calendar/working-calendar";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";

/** A holiday an operator adds to or removes from a calendar, with the text it relies on. */
export type HolidayOverride = {
  readonly day: IsoDate;
  readonly change: "add" | "remove";
  readonly name: HolidayName;
  readonly source: string;
};

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

/** The same calendar with an operator's changes; its id stays, for it is the same calendar corrected. */
export function withOverrides(base: WorkingCalendar, overrides: readonly HolidayOverride[]): WorkingCalendar {
  const changes = new Map(overrides.map((override) => [toDayNumber(override.day), override]));
  return workingCalendar(base.id, (year) => {
    const days = new Map<DayNumber, HolidayName>();
    for (let day = dayNumberOf(year, 1, 1); day <= dayNumberOf(year, 12, 31); day += 1) {
      const change = changes.get(day);
      const name = change ? nameAfter(change) : base.holidayOn(day);
      if (name) days.set(day, name);
    }
    return days;
  });
}

function nameAfter(change: HolidayOverride): HolidayName | undefined {
  return change.change === "add" ? change.name : undefined;
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
