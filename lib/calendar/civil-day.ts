declare const isoDateBrand: unique symbol;

/** A civil day, `YYYY-MM-DD`, in the zone its owner names. Compares and sorts as text. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** Days since 1970-01-01, a whole number: the form in which days are counted. */
export type DayNumber = number;

/** 0 is Sunday, as in the civil week of the tables. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The product vouches for no day outside these years, and refuses them. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

export const FIRST_DAY_NUMBER: DayNumber = dayNumberOf(FIRST_YEAR, 1, 1);
export const LAST_DAY_NUMBER: DayNumber = dayNumberOf(LAST_YEAR, 12, 31);

/** A day the product does not vouch for was reached, by the start of a period or by its end. */
export class DayOutOfRangeError extends RangeError {
  readonly field = "startsAt";
  constructor() {
    super(`a day of the period falls outside ${FIRST_YEAR}–${LAST_YEAR}`);
  }
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BY_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day a text names, or undefined when the text is no day of 2000–2100 (2026-02-30, 26-1-1…). */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  return isCivilDay(year, Number(text.slice(5, 7)), Number(text.slice(8, 10))) ? brand(text) : undefined;
}

/** The day a text names; throws when there is none. For literals and values already checked. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new RangeError(`not a day of ${FIRST_YEAR}–${LAST_YEAR}: ${text}`);
  return day;
}

export function isCivilDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** @param month 1 to 12; any other has no day at all */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS_BY_MONTH[month - 1] ?? 0;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant's days_from_civil). */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function toDayNumber(day: IsoDate): DayNumber {
  return dayNumberOf(yearOf(day), monthOf(day), dayOfMonthOf(day));
}

/** The civil day of a day number; throws outside 2000–2100. */
export function fromDayNumber(dayNumber: DayNumber): IsoDate {
  const known = DAY_TEXTS[dayNumber - FIRST_DAY_NUMBER];
  if (known !== undefined) return known;
  if (!Number.isInteger(dayNumber) || dayNumber < FIRST_DAY_NUMBER || dayNumber > LAST_DAY_NUMBER) {
    throw new DayOutOfRangeError();
  }
  const text = dayText(dayNumber);
  DAY_TEXTS[dayNumber - FIRST_DAY_NUMBER] = text;
  return text;
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/** Number of days from one civil day to another, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * Same day number some months later, or the last day of that month when it has no such day
 * (31 January + 1 month = 28 February).
 *
 * @see Code de procédure civile, art. 641 (by analogy)
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const target = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  return fromDayNumber(dayNumberOf(year, month, Math.min(dayOfMonthOf(day), daysInMonth(year, month))));
}

export function weekdayOf(dayNumber: DayNumber): Weekday {
  const weekday = (((dayNumber + 4) % 7) + 7) % 7;
  return WEEKDAYS[weekday] ?? 0;
}

export function yearOf(day: IsoDate): number {
  return digits(day, 0) * 100 + digits(day, 2);
}

/** 1 to 12. */
export function monthOf(day: IsoDate): number {
  return digits(day, 5);
}

export function dayOfMonthOf(day: IsoDate): number {
  return digits(day, 8);
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** Texts by day, kept once written; sized at once, for an array grown from its end is slow to read. */
const DAY_TEXTS = new Array<IsoDate | undefined>(LAST_DAY_NUMBER - FIRST_DAY_NUMBER + 1);

function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function dayText(dayNumber: DayNumber): IsoDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return brand(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

function brand(text: string): IsoDate {
  return text as IsoDate;
}
