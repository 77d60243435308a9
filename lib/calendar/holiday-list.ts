import { calendar } from "@/lib/calendar/calendars";
import { dayNumberOf, fromDayNumber, type IsoDate } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { type NumberedOverride, overridesInForce } from "@/lib/calendar/override";

/** A day of a calendar's year: as published, or as a correction makes it. */
export type ListedDay = {
  readonly day: IsoDate;
  readonly name: HolidayName;
  /** The correction in force that adds the day or takes it away; absent as published. */
  readonly override?: NumberedOverride | undefined;
};

/** The holidays of a year in order, with the days a correction adds and those it takes away. */
export function holidaysOfYear(id: string, year: number, overrides: readonly NumberedOverride[]): readonly ListedDay[] {
  const base = calendar(id);
  const holding = overridesInForce(overrides).filter((override) => override.calendar === id);
  const days: ListedDay[] = [];
  for (let at = dayNumberOf(year, 1, 1); at <= dayNumberOf(year, 12, 31); at += 1) {
    const day = fromDayNumber(at);
    const published = base.holidayOn(at);
    const corrections = holding.filter((override) => override.day === day);
    if (published && corrections.length === 0) days.push({ day, name: published });
    for (const override of corrections) {
      const name = override.name ?? published;
      if (name) days.push({ day, name, override });
    }
  }
  return days;
}
