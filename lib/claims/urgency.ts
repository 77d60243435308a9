import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { type ClockFacts, effectiveDue } from "@/lib/deadlines/clock";

export type NextDue = { readonly nextDueOn: IsoDate | null; readonly nextDueBefore: Instant | null };

/**
 * When the seller must next act: the earliest bound among its clocks that nothing has stopped or cancelled,
 * overdue ones included. A customer's window never makes a claim urgent, nor does a clock the law suspends.
 */
export function nextDue(clocks: readonly ClockFacts[]): NextDue {
  const dues = clocks
    .filter((clock) => clock.whoseTurn === "seller" && !clock.stoppedAt && !clock.cancelledAt)
    .flatMap((clock) => effectiveDue(clock) ?? []);
  const first = dues.reduce<(typeof dues)[number] | undefined>(
    (earliest, due) => (earliest && earliest.dueBefore <= due.dueBefore ? earliest : due),
    undefined,
  );
  return { nextDueOn: first?.dueOn ?? null, nextDueBefore: first?.dueBefore ?? null };
}
