import { dayNumberOf, FIRST_YEAR, fromDayNumber, isCivilDay, LAST_YEAR } from "@/lib/calendar/civil-day";
import { formatInstant, fromEpochMs, parseInstant } from "@/lib/calendar/instant";
import { wallClockMs, zoneId } from "@/lib/calendar/zone";
import { type CellKind, foldHeader } from "@/lib/orders/csv-columns";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type CellCode =
  | "not_a_price"
  | "not_a_rate"
  | "not_a_whole_number"
  | "not_a_day"
  | "not_a_moment"
  | "not_yes_or_no"
  | "not_one_of";

/** A cell as the order's body holds it: text, cents, basis points, `YYYY-MM-DD`, an RFC 3339 instant. */
export type CellValue = string | number | boolean;

/** Days and hours in files are read at Paris. */
const ZONE = zoneId("Europe/Paris");
/** A day without an hour: noon is the same civil day from Guadeloupe to Réunion. */
const NOON = 12 * 60;

export function parseCell(text: string, kind: CellKind): Outcome<CellValue, CellCode> {
  switch (kind.type) {
    case "text":
      return accepted(text);
    case "price":
      return orRefused(parseHundredths(text.replace(/[€\s]|EUR$/gi, "")), "not_a_price");
    case "rate":
      return orRefused(parseHundredths(text.replace(/[%\s]/g, "")), "not_a_rate");
    case "whole":
      return /^-?\d{1,9}$/.test(text) ? accepted(Number(text)) : refused("not_a_whole_number");
    case "day":
      return orRefused(parseDay(text), "not_a_day");
    case "moment":
      return orRefused(parseMoment(text), "not_a_moment");
    case "yes_no":
      return orRefused(YES_NO.get(foldHeader(text)), "not_yes_or_no");
    case "choice":
      return orRefused(new Map(Object.entries(kind.choices)).get(foldHeader(text)), "not_one_of");
  }
}

const YES_NO = new Map([
  ["oui", true],
  ["yes", true],
  ["true", true],
  ["vrai", true],
  ["1", true],
  ["non", false],
  ["no", false],
  ["false", false],
  ["faux", false],
  ["0", false],
]);

function orRefused<Value, Code extends CellCode>(value: Value | undefined, code: Code): Outcome<Value, Code> {
  return value === undefined ? refused(code) : accepted(value);
}

const PLAIN = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/;
/** `1.234,50` or `1,234.50`: the last sign is the decimal one, and only when two digits follow is that sure. */
const GROUPED = /^(-?)(\d{1,3}(?:([.,'’])\d{3})+)(?:[.,](\d{1,2}))?$/;

/** Hundredths of a number with a decimal comma or point; undefined when it could be read in two ways. */
function parseHundredths(text: string): number | undefined {
  const plain = PLAIN.exec(text);
  if (plain) return hundredths(plain[1], plain[2], plain[3]);
  const grouped = GROUPED.exec(text);
  if (!grouped?.[4] || text.at(-grouped[4].length - 1) === grouped[3]) return undefined;
  return hundredths(grouped[1], (grouped[2] ?? "").replace(/\D/g, ""), grouped[4]);
}

function hundredths(sign = "", whole = "", fraction = ""): number {
  const value = Number(`${whole}${fraction.padEnd(2, "0")}`);
  return sign === "-" && value !== 0 ? -value : value;
}

const FRENCH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,à]+(\d{1,2})[:h](\d{2})?(?::(\d{2}))?)?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

type Moment = { readonly year: number; readonly month: number; readonly day: number; readonly minutes?: number };

function parseDay(text: string): string | undefined {
  const moment = readMoment(text);
  return moment && fromDayNumber(dayNumberOf(moment.year, moment.month, moment.day));
}

/** An instant as text: `28/10/2026 11:30`, `2026-10-28`, or RFC 3339 with its offset. */
function parseMoment(text: string): string | undefined {
  const exact = parseInstant(text);
  if (exact.ok) return exact.value;
  const moment = readMoment(text);
  if (!moment) return undefined;
  const day = dayNumberOf(moment.year, moment.month, moment.day);
  return formatInstant(fromEpochMs(wallClockMs(day, moment.minutes ?? NOON, ZONE)));
}

/** Whether a cell names a day without an hour. */
export function isDayOnly(text: string): boolean {
  return !parseInstant(text).ok && readMoment(text)?.minutes === undefined;
}

function readMoment(text: string): Moment | undefined {
  const french = FRENCH.exec(text);
  const iso = french ? null : ISO.exec(text);
  const [year, month, day, hour, minute] = french
    ? [french[3], french[2], french[1], french[4], french[5] ?? "0"]
    : [iso?.[1], iso?.[2], iso?.[3], iso?.[4], iso?.[5]];
  const civil = { year: Number(year), month: Number(month), day: Number(day) };
  if (year === undefined || !isCivilDay(civil.year, civil.month, civil.day)) return undefined;
  if (civil.year < FIRST_YEAR || civil.year > LAST_YEAR) return undefined;
  if (hour === undefined) return civil;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { ...civil, minutes: Number(hour) * 60 + Number(minute) };
}
