import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, type ZoneId } from "@/lib/calendar/zone";
import type { DeadlineKind, SuspendingFact, Turn } from "@/lib/deadlines/rule";

export const CLOCK_STATES = ["running", "met", "missed", "cancelled", "suspended", "expired"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/**
 * A clock as it is stored: what it was computed from, and what happened since. Its state is never stored,
 * it follows from these facts and the instant asked about.
 */
export type ClockFacts = {
  readonly kind: DeadlineKind;
  readonly ruleVersion: number;
  readonly whoseTurn: Turn;
  /** Id of the calendar that counted the days, such as `FR` or `RE+FR`. */
  readonly calendar: string;
  /** Number of the last correction of that calendar the days were counted with; none when absent. */
  readonly calendarVersion?: number;
  readonly zone: ZoneId;
  readonly startsAt: Instant;
  readonly dueOn: IsoDate;
  /** The local midnight that ends `dueOn`, exclusive. */
  readonly dueBefore: Instant;
  /** When the fact that meets the clock happened. */
  readonly stoppedAt?: Instant | null;
  readonly cancelledAt?: Instant | null;
  /** Set when the law holds the clock back past its nominal day (L221-24: goods not back). */
  readonly suspendedBy?: SuspendingFact | null;
  /** When that reason fell away (goods back, or proof of dispatch). */
  readonly resumedAt?: Instant | null;
};

/** The day and bound that count once a suspension by law is taken in; undefined while it lasts. */
export function effectiveDue(
  clock: Pick<ClockFacts, "dueOn" | "dueBefore" | "suspendedBy" | "resumedAt" | "zone">,
): { readonly dueOn: IsoDate; readonly dueBefore: Instant } | undefined {
  const nominal = { dueOn: clock.dueOn, dueBefore: clock.dueBefore };
  if (!clock.suspendedBy) return nominal;
  if (!clock.resumedAt) return undefined;
  if (clock.resumedAt < clock.dueBefore) return nominal;
  const dueOn = localDay(clock.resumedAt, clock.zone);
  return { dueOn, dueBefore: endOfDay(dueOn, clock.zone) };
}

/**
 * State of a clock at an instant.
 *
 * In time means before the bound, exclusive. *Missed* is reached at the bound and stays, answered late or
 * not; a customer's window ends as `expired`. Facts after `now` are not yet known. A cancellation after the
 * bound changes nothing: ended clocks are history.
 */
export function clockState(clock: ClockFacts, now: Instant): ClockState {
  const known = factsKnownAt(clock, now);
  const due = effectiveDue(known);
  const bound = due?.dueBefore;
  const ended = firstOf(known.stoppedAt, known.cancelledAt);
  if (ended !== undefined && (bound === undefined || ended < bound)) {
    return ended === known.stoppedAt ? "met" : "cancelled";
  }
  if (bound === undefined) return now < clock.dueBefore ? "running" : "suspended";
  if (now < bound) return "running";
  return clock.whoseTurn === "customer" ? "expired" : "missed";
}

/** Stopped, cancelled, or a window of the customer's that has run out: ended clocks are history, and keep their date. */
export function isEnded(clock: ClockFacts, now: Instant): boolean {
  return Boolean(clock.stoppedAt ?? clock.cancelledAt) || clockState(clock, now) === "expired";
}

/** Missed and still unanswered: a part of *missed*, of the seller's clocks only. */
export function isOverdue(clock: ClockFacts, now: Instant): boolean {
  const known = factsKnownAt(clock, now);
  return clockState(clock, now) === "missed" && !known.stoppedAt && !known.cancelledAt;
}

/** Answered, but at or after the bound: it stays missed. */
export function isMetLate(clock: ClockFacts, now: Instant): boolean {
  return clockState(clock, now) === "missed" && Boolean(factsKnownAt(clock, now).stoppedAt);
}

/** Only what is still awaited and is the seller's turn enters urgency, rates and "overdue". */
export function isUrgent(clock: ClockFacts, now: Instant): boolean {
  return clock.whoseTurn === "seller" && (clockState(clock, now) === "running" || isOverdue(clock, now));
}

function factsKnownAt(clock: ClockFacts, now: Instant): ClockFacts {
  return {
    ...clock,
    stoppedAt: knownAt(clock.stoppedAt, now),
    cancelledAt: knownAt(clock.cancelledAt, now),
    resumedAt: knownAt(clock.resumedAt, now),
  };
}

function knownAt(at: Instant | null | undefined, now: Instant): Instant | null {
  return at && at <= now ? at : null;
}

function firstOf(stoppedAt: Instant | null | undefined, cancelledAt: Instant | null | undefined): Instant | undefined {
  if (stoppedAt && cancelledAt) return stoppedAt <= cancelledAt ? stoppedAt : cancelledAt;
  return stoppedAt ?? cancelledAt ?? undefined;
}
