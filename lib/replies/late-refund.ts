import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { type ClockFacts, effectiveDue } from "@/lib/deadlines/clock";
import { LATE_SCALES, type LateAmount, type LateKind, lateAmount } from "@/lib/deadlines/late-amount";
import type { DeadlineKind } from "@/lib/deadlines/rule";

/** What a late refund adds, and on which sum it was estimated. */
export type LateRefund = LateAmount & { readonly basis: "promise" | "order" };

export type RefundSums = {
  /** What was promised to the customer, in cents; null when the promise names no sum or there is none. */
  readonly promisedCents: number | null;
  /** The order with its delivery. */
  readonly orderCents: number;
  /** The products alone. */
  readonly priceCents: number;
};

/**
 * What the law adds to a refund whose clock was missed: up to the day of the refund, or to `now` while it is not
 * made. Null for other clocks, in time, suspended or cancelled, and where the sum due is not known (a return cost
 * nobody told). The event that opened the clock is in the journal and opens the basis.
 *
 * @see Code de la consommation, art. L242-4, L241-4, L241-6
 */
export function lateRefund(clock: ClockFacts, sums: RefundSums, now: Instant): LateRefund | null {
  const { kind, stoppedAt, startsAt: basisEventAt } = clock;
  const due = effectiveDue(clock);
  if (!isLateKind(kind) || !due || clock.cancelledAt) return null;
  const basis = sums.promisedCents === null ? "order" : "promise";
  if (basis === "order" && kind === "return_cost_refund") return null;
  const asOf = localDay(stoppedAt && stoppedAt <= now ? stoppedAt : now, clock.zone);
  const { promisedCents, orderCents, priceCents } = sums;
  const amount = lateAmount({
    kind,
    dueOn: due.dueOn,
    asOf,
    basisCents: promisedCents ?? orderCents,
    priceCents,
    basisEventAt,
  });
  return amount && { ...amount, basis };
}

function isLateKind(kind: DeadlineKind): kind is LateKind {
  return Object.hasOwn(LATE_SCALES, kind);
}
