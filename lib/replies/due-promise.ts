import type { IsoDate } from "@/lib/calendar/civil-day";
import { type ClockFacts, effectiveDue } from "@/lib/deadlines/clock";

/** The clock beside a promise, as far as it moves the promise's day. */
export type ClockBeside = Pick<ClockFacts, "dueOn" | "dueBefore" | "suspendedBy" | "resumedAt" | "zone">;

/** How an open promise stands: kept in time so far, past its day, or held back by the law. */
export type OpenPromiseState = "open" | "late" | "held_back";

/**
 * Last day of an open promise, inclusive; null when it has none, or while the law holds it back.
 *
 * A refund that waits for the goods is due on the day they are back, when that is later than the day promised.
 *
 * @see Code de la consommation, art. L221-24
 */
export function promiseDueOn(dueOn: IsoDate | null, clock: ClockBeside | undefined): IsoDate | null {
  if (dueOn === null || !clock?.suspendedBy) return dueOn;
  const due = effectiveDue(clock);
  if (!due) return null;
  return due.dueOn > dueOn ? due.dueOn : dueOn;
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
