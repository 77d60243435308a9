import {
  dayNumberOf,
  FIRST_DAY_NUMBER,
  FIRST_YEAR,
  fromDayNumber,
  isCivilDay,
  LAST_DAY_NUMBER,
  LAST_YEAR,
} from "@/lib/calendar/civil-day";

declare const instantBrand: unique symbol;

/** A point in time, always written `2026-11-24T23:00:00.000Z`. Compares and sorts as text. */
export type Instant = string & { readonly [instantBrand]: true };

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

const DAY_MS = 86_400_000;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;
const MAX_OFFSET_MINUTES = 18 * 60;

export type InstantRefusal = "not_an_instant" | "no_offset" | "impossible_date" | "year_out_of_range";

/**
 * The instant an RFC 3339 text names. The offset is obligatory: without it the text names a different
 * instant in every zone. Digits past the millisecond are cut, so that an instant before a bound stays before it.
 */
export function parseInstant(
  text: string,
): { readonly ok: true; readonly value: Instant } | { readonly ok: false; readonly reason: InstantRefusal } {
  const parts = INSTANT.exec(text);
  if (!parts) return { ok: false, reason: INSTANT.test(`${text}Z`) ? "no_offset" : "not_an_instant" };
  const [year, month, day, hour, minute] = [
    part(parts, 1),
    part(parts, 2),
    part(parts, 3),
    part(parts, 4),
    part(parts, 5),
  ];
  const second = part(parts, 6);
  if (!isCivilDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    return { ok: false, reason: "impossible_date" };
  }
  const offset = part(parts, 9) * 60 + part(parts, 10);
  if (offset > MAX_OFFSET_MINUTES || part(parts, 10) > 59) return { ok: false, reason: "impossible_date" };
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, reason: "year_out_of_range" };
  const ms = Number((parts[7] ?? "").padEnd(3, "0").slice(0, 3));
  const minutes = hour * 60 + minute - (parts[8] === "-" ? -offset : offset);
  return {
    ok: true,
    value: fromEpochMs(dayNumberOf(year, month, day) * DAY_MS + minutes * 60_000 + second * 1000 + ms),
  };
}

/** The instant a text names; throws when there is none. For literals and values already checked. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(`${parsed.reason}: ${text}`);
  return parsed.value;
}

/** For the edges that hold a `Date` (database driver, the machine's clock). */
export function toInstant(date: Date): Instant {
  return fromEpochMs(date.getTime());
}

/** For the edges that need a `Date` (timestamptz columns). */
export function toDate(at: Instant): Date {
  return new Date(at);
}

export function fromEpochMs(ms: EpochMs): Instant {
  const day = Math.floor(ms / DAY_MS);
  const known = day >= FIRST_DAY_NUMBER && day <= LAST_DAY_NUMBER && Number.isInteger(ms);
  return (known ? `${fromDayNumber(day)}T${timeText(ms - day * DAY_MS)}Z` : new Date(ms).toISOString()) as Instant;
}

/** Read digit by digit, for an `Instant` has one form only. */
export function toEpochMs(at: Instant): EpochMs {
  const day = dayNumberOf(digits(at, 0) * 100 + digits(at, 2), digits(at, 5), digits(at, 8));
  const minutes = digits(at, 11) * 60 + digits(at, 14);
  return day * DAY_MS + minutes * 60_000 + digits(at, 17) * 1000 + digits(at, 20) * 10 + (digits(at, 21) % 10);
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a < b;
}

export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

export function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Without empty milliseconds, as exchanged with other programs: `2026-11-24T23:00:00Z`. */
export function formatInstant(at: Instant): string {
  return at.endsWith(".000Z") ? `${at.slice(0, -5)}Z` : at;
}

function timeText(ms: EpochMs): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(ms % 1000).padStart(3, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}.${fraction}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function part(parts: RegExpExecArray, index: number): number {
  return Number(parts[index] ?? 0);
}
