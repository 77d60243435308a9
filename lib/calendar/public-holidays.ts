import Holidays from "date-holidays";
import type { CalendarId } from "@/lib/calendar/calendar-ids";
import { type DayNumber, dayNumberOf, isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctionsFor } from "@/lib/calendar/corrections";
import { type HolidayName, holidayName } from "@/lib/calendar/holiday-names";

/** Country, and state where the holidays are a state's, in date-holidays. */
const SOURCES = {
  FR: ["FR"],
  "FR-AM": ["FR", "57"],
  "FR-AM-COMMUNE": ["FR"],
  GP: ["GP"],
  MQ: ["MQ"],
  GF: ["GF"],
  RE: ["RE"],
  YT: ["YT"],
  MF: ["MF"],
  BL: ["BL"],
  PM: ["PM"],
  NC: ["NC"],
  PF: ["PF"],
  WF: ["WF"],
} as const satisfies Record<CalendarId, readonly [string] | readonly [string, string]>;

const readers = new Map<CalendarId, Holidays>();

/** The public holidays of one calendar and year, corrected; two on one day (1 May 2008) share a name. */
export function publicHolidays(calendar: CalendarId, year: number): ReadonlyMap<DayNumber, HolidayName> {
  const corrections = correctionsFor(calendar, year);
  const removed = new Set(corrections.filter(({ change }) => change === "remove").map(({ rule }) => rule));
  const days = new Map<DayNumber, HolidayName>();
  for (const { date, rule, name } of reader(calendar).getHolidays(year)) {
    if (!removed.has(rule))
      addHoliday(days, toDayNumber(isoDate(date.slice(0, 10))), holidayName(calendar, rule, name));
  }
  for (const { change, rule } of corrections) {
    if (change === "add") addHoliday(days, fixedDay(year, rule), holidayName(calendar, rule, rule));
  }
  return days;
}

function addHoliday(days: Map<DayNumber, HolidayName>, day: DayNumber, name: HolidayName): void {
  const same = days.get(day);
  days.set(day, same ? { fr: `${same.fr}, ${name.fr}`, en: `${same.en}, ${name.en}` } : name);
}

function fixedDay(year: number, rule: string): DayNumber {
  return dayNumberOf(year, Number(rule.slice(0, 2)), Number(rule.slice(3, 5)));
}

/** Read in UTC, so that a holiday is a civil day whatever the zone of the machine. */
function reader(calendar: CalendarId): Holidays {
  const known = readers.get(calendar);
  if (known) return known;
  const [country, state] = SOURCES[calendar];
  const options = { types: ["public" as const], languages: ["fr"], timezone: "UTC" };
  const fresh = state === undefined ? new Holidays(country, options) : new Holidays(country, state, options);
  readers.set(calendar, fresh);
  return fresh;
}
