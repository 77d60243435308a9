import type { IsoDate } from "@/lib/calendar/civil-day";
import { localDay } from "@/lib/calendar/zone";
import { type ClockFacts, effectiveDue } from "@/lib/deadlines/clock";

/** The clock beside a promise, as far as it moves the promise's day. */
export type ClockBeside = Pick<ClockFacts, "dueOn" | "dueBefore" | "suspendedBy" | "resumedAt" | "zone">;

/** How an open promise stands: kept in time so far, past its day, or held back by the law. */
export type OpenPromiseState = "open" | "late" | "held_back";

/**
 * Last day of an open promise, inclusive: the day promised, or the law's when it is earlier; null when it has none,
 * or while the law holds it back. A refund that waits for the goods is not due before they are back.
 *
 * @see Code de la consommation, art. L221-24
 */
export function promiseDueOn(dueOn: IsoDate | null, clock: ClockBeside | undefined): IsoDate | null {
  if (dueOn === null || !clock) return dueOn;
  const due = effectiveDue(clock);
  if (!due) return null;
  const back = clock.suspendedBy && clock.resumedAt ? localDay(clock.resumedAt, clock.zone) : null;
  const promised = back !== null && back > dueOn ? back : dueOn;
  if (due.dueOn < promised) return due.dueOn;
  return promised;
}

/** @param today civil day of the marketplace */
export function openPromiseState(
  { dueOn }: { readonly dueOn: IsoDate | null },
  clock: ClockBeside | undefined,
  today: IsoDate,
): OpenPromiseState {
  const due = promiseDueOn(dueOn, clock);
  if (due === null) return dueOn === null ? "open" : "held_back";
  return due < today ? "late" : "open";
}
