import { calendar } from "@/lib/calendar/calendars";
import { type DayNumber, dayNumberOf, toDayNumber } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { type CalendarUse, groundOf, type NumberedOverride, overridesInForce, reaches } from "@/lib/calendar/override";
import { type WorkingCalendar, workingCalendar } from "@/lib/calendar/working-calendar";

/** Finds a calendar as an operator has corrected it, for periods of one use. */
export type CalendarsOf = (id: string, use: CalendarUse) => WorkingCalendar;

/** Calendars are costly to build and read on every request; the same corrections give the same value. */
const built = new Map<string, WorkingCalendar>();
const MOST_BUILT = 200;

/**
 * The calendars with their corrections. Of a calendar of two territories (`RE+FR`) each part is corrected by
 * itself: a day is a holiday when it still is one in either.
 *
 * @param upTo last correction to take in: the calendars as they stood after it
 */
export function correctedCalendars(overrides: readonly NumberedOverride[], upTo = Number.POSITIVE_INFINITY) {
  const known = overrides.filter(({ version }) => version <= upTo);
  return (id: string, use: CalendarUse): WorkingCalendar => {
    const base = calendar(id);
    const parts = id.split("+");
    const reaching = known.filter((override) => parts.includes(override.calendar) && reaches(override, use));
    const version = reaching.reduce((last, override) => Math.max(last, override.version), 0);
    if (version === 0) return base;
    const holding = overridesInForce(reaching);
    const key = JSON.stringify([id, version, holding.map((one) => [one.calendar, one.day, one.change, one.name])]);
    return builtOnce(key, () => build({ id, version, parts, holding }));
  };
}

type Corrected = {
  readonly id: string;
  readonly version: number;
  readonly parts: readonly string[];
  readonly holding: readonly NumberedOverride[];
};

function build({ id, version, parts, holding }: Corrected): WorkingCalendar {
  const corrected = parts.map((part) => holidaysOf(part, holding));
  const nameOf = (day: DayNumber) => corrected.map((holidayOn) => holidayOn(day)).find((name) => name !== undefined);
  return workingCalendar(
    id,
    (year) => {
      const days = new Map<DayNumber, HolidayName>();
      for (let day = dayNumberOf(year, 1, 1); day <= dayNumberOf(year, 12, 31); day += 1) {
        const name = nameOf(day);
        if (name) days.set(day, name);
      }
      return days;
    },
    version,
  );
}

/** On one day the marketplace's own decision comes after the law's: it only reaches the marketplace's periods. */
function holidaysOf(part: string, holding: readonly NumberedOverride[]) {
  const own = holding.filter((override) => override.calendar === part);
  const ranked = [...own.filter((one) => groundOf(one) === "law"), ...own.filter((one) => groundOf(one) !== "law")];
  const changes = new Map(ranked.map((override) => [toDayNumber(override.day), override]));
  const base = calendar(part);
  return (day: DayNumber): HolidayName | undefined => {
    const change = changes.get(day);
    return change ? (change.name ?? undefined) : base.holidayOn(day);
  };
}

function builtOnce(key: string, make: () => WorkingCalendar): WorkingCalendar {
  const known = built.get(key);
  if (known) return known;
  if (built.size >= MOST_BUILT) built.clear();
  const fresh = make();
  built.set(key, fresh);
  return fresh;
}
