import { type DayNumber, fromDayNumber, type IsoDate, toDayNumber, weekdayOf, yearOf } from "@/lib/calendar/civil-day";
import { type DayCounter, dayCounter } from "@/lib/calendar/day-counter";
import type { HolidayName } from "@/lib/calendar/holiday-names";

export type RestKind = "saturday" | "sunday" | "holiday";

/** Why nobody works on a day; a holiday outranks the weekend it falls on. */
export type RestDay = { readonly kind: RestKind; readonly holiday?: HolidayName };

/**
 * A calendar is a value: which days are rest days, and the two ways of counting the others.
 *
 * `workingDays` are Monday to Friday without holidays (jours ouvrés, and *jours ouvrables* in the sense of
 * règlement 1182/71); `deliveryDays` are Monday to Saturday without holidays (*ouvrables* for a carrier).
 */
export type WorkingCalendar = {
  readonly id: string;
  /** Number of the last correction an operator made to it; 0 as published. */
  readonly version: number;
  readonly holidayOn: (day: DayNumber) => HolidayName | undefined;
  readonly workingDays: DayCounter;
  readonly deliveryDays: DayCounter;
};

export type HolidaysOfYear = (year: number) => ReadonlyMap<DayNumber, HolidayName>;

/** @param holidaysOf asked once per year, when a day of that year is first looked at */
export function workingCalendar(id: string, holidaysOf: HolidaysOfYear, version = 0): WorkingCalendar {
  const years = new Map<number, ReadonlyMap<DayNumber, HolidayName>>();
  const holidayOn = (day: DayNumber) => {
    const year = yearOf(fromDayNumber(day));
    let holidays = years.get(year);
    if (!holidays) {
      holidays = holidaysOf(year);
      years.set(year, holidays);
    }
    return holidays.get(day);
  };
  return {
    id,
    version,
    holidayOn,
    workingDays: dayCounter((day) => !isWeekend(day) && !holidayOn(day)),
    deliveryDays: dayCounter((day) => weekdayOf(day) !== 0 && !holidayOn(day)),
  };
}

/** Why a day is a rest day, or undefined on a working day (Mon–Fri, no holiday). */
export function restDay(day: DayNumber, calendar: WorkingCalendar): RestDay | undefined {
  const holiday = calendar.holidayOn(day);
  if (holiday) return { kind: "holiday", holiday };
  const weekday = weekdayOf(day);
  if (weekday === 0) return { kind: "sunday" };
  return weekday === 6 ? { kind: "saturday" } : undefined;
}

export function isWorkingDay(day: IsoDate, calendar: WorkingCalendar): boolean {
  return calendar.workingDays.isCounted(toDayNumber(day));
}

export function isDeliveryDay(day: IsoDate, calendar: WorkingCalendar): boolean {
  return calendar.deliveryDays.isCounted(toDayNumber(day));
}

/** The n-th working day after `day`; `day` itself is never counted, whether it is worked or not. */
export function addWorkingDays(day: IsoDate, days: number, calendar: WorkingCalendar): IsoDate {
  return fromDayNumber(calendar.workingDays.nthAfter(toDayNumber(day), days));
}

/** The n-th delivery day (Mon–Sat, no holiday) after `day`, which is never counted. */
export function addDeliveryDays(day: IsoDate, days: number, calendar: WorkingCalendar): IsoDate {
  return fromDayNumber(calendar.deliveryDays.nthAfter(toDayNumber(day), days));
}

/**
 * The day itself when it is a working day, else the next one.
 *
 * @see Règlement (CEE, Euratom) 1182/71, art. 3(4); Code de la consommation, art. L221-19
 */
export function rollForward(day: IsoDate, calendar: WorkingCalendar): IsoDate {
  return fromDayNumber(calendar.workingDays.rollForward(toDayNumber(day)));
}

function isWeekend(day: DayNumber): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}
