import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { WorkingCalendar } from "@/lib/calendar/working-calendar";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import type { WithdrawalPhase } from "@/lib/claims/claim";
import { lastUninformedWithdrawalDay, lastWithdrawalDay } from "@/lib/deadlines/withdrawal-period";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export const WITHDRAWAL_INFORMATION = ["yes", "no", "unknown"] as const;
export type WithdrawalInformation = (typeof WITHDRAWAL_INFORMATION)[number];

/** One of the thirteen exceptions of art. L221-28, and when the customer was told of it. */
export type WithdrawalExclusion = { readonly number: number; readonly informedOn: IsoDate | null };

export type WithdrawalFacts = {
  readonly statementSentAt: Instant;
  readonly customerKind: "consumer" | "professional";
  readonly contractOn: IsoDate;
  /** Every parcel of the order; an order without one has not left. */
  readonly parcels: readonly { readonly shippedAt: Instant | null; readonly deliveredAt: Instant | null }[];
  /** The lines the statement is about, with the exception each falls under. */
  readonly lines: readonly { readonly exclusion: WithdrawalExclusion | null }[];
  readonly withdrawalInformed: WithdrawalInformation;
  /** Day the information came, when it came after the contract. */
  readonly withdrawalInformedOn: IsoDate | null;
  /** The delivery territory's, together with the mainland's (`withdrawalCalendar`). */
  readonly calendar: WorkingCalendar;
  /** Zone of the delivery address. */
  readonly zone: ZoneId;
};

export const WITHDRAWAL_REASONS = [
  "professional_buyer",
  "not_dispatched",
  "excepted",
  "not_delivered",
  "within_period",
  "within_uninformed_period",
  "uninformed_period_over",
  "information_unproven",
  "period_over",
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export type WithdrawalDecision = {
  readonly phase: WithdrawalPhase;
  readonly reason: WithdrawalReason;
  /** Last day of the period that decided, when a delivery day was known. */
  readonly lastDay: IsoDate | null;
  /** Number of the exception of art. L221-28 that decided. */
  readonly exclusionNumber: number | null;
};

/**
 * Phase of a statement of withdrawal, decided once, at the instant the customer sent it.
 *
 * In this order: a professional has no such right; nothing dispatched yet; every line excepted, the customer
 * told before the contract; a parcel not delivered, or of unknown delivery; the local day of sending against
 * the last day of the period (14 calendar days from the last delivery, rolled); then what the customer had been
 * told. A statement on part of an order looks at the whole order's parcels.
 *
 * @see Code de la consommation, art. L221-18 to L221-21 and L221-28
 */
export function withdrawalPhase(facts: WithdrawalFacts): Outcome<WithdrawalDecision, "delivery_before_dispatch"> {
  if (facts.parcels.some((parcel) => isDeliveredBeforeDispatch(parcel, facts.zone))) {
    return refused("delivery_before_dispatch", { deliveredAt: ["delivery_before_dispatch"] });
  }
  return accepted(decide(facts));
}

/** A parcel cannot arrive on a day before the one it left; both days are read in the same zone. */
export function isDeliveredBeforeDispatch(
  parcel: { readonly shippedAt: Instant | null; readonly deliveredAt: Instant | null },
  zone: ZoneId,
): boolean {
  if (parcel.shippedAt === null || parcel.deliveredAt === null) return false;
  return localDay(parcel.deliveredAt, zone) < localDay(parcel.shippedAt, zone);
}

function decide(facts: WithdrawalFacts): WithdrawalDecision {
  if (facts.customerKind === "professional") return after("professional_buyer");
  if (!isDispatched(facts)) return decision("before_dispatch", "not_dispatched");
  const exclusion = bindingExclusion(facts);
  if (exclusion) return { ...after("excepted"), exclusionNumber: exclusion.number };
  const deliveredAt = lastDelivery(facts);
  if (deliveredAt === null) return decision("withdrawal_period", "not_delivered");
  return decideByDay(facts, localDay(deliveredAt, facts.zone));
}

function decideByDay(facts: WithdrawalFacts, deliveredOn: IsoDate): WithdrawalDecision {
  const sentOn = localDay(facts.statementSentAt, facts.zone);
  const lastDay = lastWithdrawalDay(deliveredOn, facts.calendar);
  if (sentOn <= lastDay) return decision("withdrawal_period", "within_period", lastDay);
  switch (facts.withdrawalInformed) {
    case "yes":
      return after("period_over", lastDay);
    case "unknown":
      return after("information_unproven", lastDay);
    case "no": {
      const extended = lastUninformedWithdrawalDay(lastDay, facts.withdrawalInformedOn, facts.calendar);
      return sentOn <= extended
        ? decision("withdrawal_period", "within_uninformed_period", extended)
        : after("uninformed_period_over", extended);
    }
  }
}

function isDispatched({ parcels, statementSentAt }: WithdrawalFacts): boolean {
  return parcels.some(({ shippedAt, deliveredAt }) => {
    const leftAt = shippedAt ?? deliveredAt;
    return leftAt !== null && leftAt <= statementSentAt;
  });
}

/** When the last parcel came; null while one is on its way, or when its delivery is unknown. */
function lastDelivery({ parcels, statementSentAt }: WithdrawalFacts): Instant | null {
  let last: Instant | null = null;
  for (const { deliveredAt } of parcels) {
    if (deliveredAt === null || deliveredAt > statementSentAt) return null;
    if (last === null || deliveredAt > last) last = deliveredAt;
  }
  return last;
}

/** The exception that binds: every line falls under one, and the customer was told by the day of the contract. */
function bindingExclusion({ lines, contractOn }: WithdrawalFacts): WithdrawalExclusion | undefined {
  const binding = lines.map(({ exclusion }) =>
    exclusion?.informedOn && exclusion.informedOn <= contractOn ? exclusion : undefined,
  );
  return binding.every((exclusion) => exclusion !== undefined) ? binding[0] : undefined;
}

function after(reason: WithdrawalReason, lastDay: IsoDate | null = null): WithdrawalDecision {
  return decision("after_withdrawal_period", reason, lastDay);
}

function decision(
  phase: WithdrawalPhase,
  reason: WithdrawalReason,
  lastDay: IsoDate | null = null,
): WithdrawalDecision {
  return { phase, reason, lastDay, exclusionNumber: null };
}
