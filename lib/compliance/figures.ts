import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { type ClockFacts, clockState, effectiveDue, isOverdue } from "@/lib/deadlines/clock";

/** From an instant, inclusive, to another, exclusive. */
export type FigureWindow = { readonly from: Instant; readonly to: Instant };

/** How a counted clock ended. */
export type CountedOutcome = "met" | "missed";

/** `overdue` is a part of `missed`; `due` is `met` + `missed`. */
export type OnTimeFigures = {
  readonly due: number;
  readonly met: number;
  readonly missed: number;
  readonly overdue: number;
};

export type CountedClock = ClockFacts & { readonly sellerId: string; readonly situation: Situation };

/**
 * On-time figures of the seller's clocks that fell due in a window: running ones are outside, cancelled and
 * suspended ones too, overdue ones inside as missed. The same function counts rows of the database and clocks
 * rebuilt from the journal.
 */
export function onTimeFigures(clocks: readonly CountedClock[], window: FigureWindow, now: Instant): OnTimeFigures {
  const counted = clocks.filter((clock) => clock.whoseTurn === "seller" && isDueIn(clock, window));
  const met = counted.filter((clock) => clockState(clock, now) === "met").length;
  const missed = counted.filter((clock) => clockState(clock, now) === "missed").length;
  const overdue = counted.filter((clock) => isOverdue(clock, now)).length;
  return { due: met + missed, met, missed, overdue };
}

/**
 * A clock met before its bound counts at its bound, so that early answers do not weigh before late ones can. The bound
 * is the midnight that ends the due day: a clock due on the last day of a month is of that month.
 */
function isDueIn(clock: ClockFacts, { from, to }: FigureWindow): boolean {
  const bound = effectiveDue(clock)?.dueBefore;
  return bound !== undefined && bound > from && bound <= to;
}
