import { Temporal } from "temporal-polyfill";
import {
  type DayNumber,
  DayOutOfRangeError,
  FIRST_DAY_NUMBER,
  fromDayNumber,
  type IsoDate,
  LAST_DAY_NUMBER,
  toDayNumber,
} from "@/lib/calendar/civil-day";
import { type EpochMs, fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

declare const zoneBrand: unique symbol;

/** A name of the IANA time zone database. Offsets such as `+01:00` are no zones: they know no summer. */
export type ZoneId = string & { readonly [zoneBrand]: true };

const DAY_MS = 86_400_000;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;
/** Zones kept at once: more than the product uses, few enough for a hostile list of names to stay cheap. */
const ZONES_KEPT = 40;

/** Local midnights of one zone by day number, as epoch milliseconds; NaN until asked for. */
const midnights = new Map<string, Float64Array>();

export function parseZone(name: string): ZoneId | undefined {
  if (midnights.has(name)) return brand(name);
  if (!ZONE_NAME.test(name) || !isKnown(name)) return undefined;
  return brand(name);
}

/** The zone of that name; throws when there is none. */
export function zoneId(name: string): ZoneId {
  const zone = parseZone(name);
  if (zone === undefined) throw new RangeError(`unknown zone: ${name}`);
  return zone;
}

/** The civil day on which an instant falls in a zone. */
export function localDay(at: Instant, zone: ZoneId): IsoDate {
  return fromDayNumber(localDayNumber(toEpochMs(at), zone));
}

export function localDayNumber(ms: EpochMs, zone: ZoneId): DayNumber {
  let day = Math.floor(ms / DAY_MS);
  while (ms < startOfDayMs(day, zone)) day -= 1;
  while (ms >= startOfDayMs(day + 1, zone)) day += 1;
  return day;
}

export type LocalTime = { readonly day: IsoDate; readonly hour: number; readonly minute: number };

/** What a wall clock of the zone shows at an instant. */
export function localTime(at: Instant, zone: ZoneId): LocalTime {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return { day: localDay(at, zone), hour, minute };
}

/** First instant of a civil day in a zone: not always 00:00, for some zones move their clocks at midnight. */
export function startOfDay(day: IsoDate, zone: ZoneId): Instant {
  return fromEpochMs(startOfDayMs(toDayNumber(day), zone));
}

/** The instant at which a civil day is over in a zone: the next local midnight, exclusive. */
export function endOfDay(day: IsoDate, zone: ZoneId): Instant {
  return fromEpochMs(startOfDayMs(toDayNumber(day) + 1, zone));
}

export function startOfDayMs(day: DayNumber, zone: ZoneId): EpochMs {
  const index = day - FIRST_DAY_NUMBER + 2;
  const kept = midnightsOf(zone);
  const known = kept[index];
  if (known === undefined) throw new DayOutOfRangeError();
  if (!Number.isNaN(known)) return known;
  const start = computeStartOfDay(day, zone);
  kept[index] = start;
  return start;
}

function midnightsOf(zone: ZoneId): Float64Array {
  const kept = midnights.get(zone);
  if (kept) return kept;
  const oldest = midnights.size >= ZONES_KEPT ? midnights.keys().next().value : undefined;
  if (oldest !== undefined) midnights.delete(oldest);
  const fresh = new Float64Array(LAST_DAY_NUMBER - FIRST_DAY_NUMBER + 6).fill(Number.NaN);
  midnights.set(zone, fresh);
  return fresh;
}

function computeStartOfDay(day: DayNumber, zone: ZoneId): EpochMs {
  const civilDay = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return Temporal.PlainDate.from(civilDay).toZonedDateTime(zone).epochMilliseconds;
}

/**
 * The instant a wall clock shows a time of a civil day. A time skipped by a clock change is read as the
 * same span later, a time shown twice as the first of the two.
 *
 * @param minutes since midnight on the wall clock, 0 to 1440
 */
export function wallClockMs(day: DayNumber, minutes: number, zone: ZoneId): EpochMs {
  if (minutes >= 1440) return startOfDayMs(day + 1, zone);
  const civilDay = Temporal.PlainDate.from(fromDayNumber(day));
  const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
  return civilDay.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

function isKnown(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId.length > 0;
  } catch {
    return false;
  }
}

function brand(name: string): ZoneId {
  return name as ZoneId;
}
