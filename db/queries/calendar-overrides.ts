import { asc, sql } from "drizzle-orm";
import { calendarOverrides } from "@/db/schema/calendar-overrides";
import type { Transaction } from "@/db/scope";
import { type CalendarsOf, correctedCalendars } from "@/lib/calendar/corrected-calendars";
import type { CalendarOverride } from "@/lib/calendar/override";

/** Any fixed number: counting a clock and correcting a calendar meet on it. */
const LOCK = 7_420_318;

/** Every correction ever made, oldest first: a clock is explained by those made before it was counted. */
export async function readOverrides(tx: Transaction): Promise<readonly CalendarOverride[]> {
  const rows = await tx.select().from(calendarOverrides).orderBy(asc(calendarOverrides.version));
  return rows.map(({ nameFr, nameEn, ...row }) => ({
    ...row,
    name: nameFr === null || nameEn === null ? null : { fr: nameFr, en: nameEn },
  }));
}

/** The calendars as they are corrected now, to read with. */
export async function readCalendars(tx: Transaction): Promise<CalendarsOf> {
  return correctedCalendars(await readOverrides(tx));
}

/**
 * The calendars to count clocks with that are about to be stored. No correction is made before this transaction
 * ends, so that none misses a clock counted without it.
 */
export async function holdCalendars(tx: Transaction): Promise<CalendarsOf> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`);
  return readCalendars(tx);
}

/** Waits for every command that counts clocks, and lets none count until this transaction ends. */
export async function lockCalendars(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}
