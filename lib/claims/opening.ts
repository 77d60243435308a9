import type { IsoDate } from "@/lib/calendar/civil-day";
import type { CalendarsOf } from "@/lib/calendar/corrected-calendars";
import { type Instant, latest } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import type { Situation } from "@/lib/claims/claim";
import { type WithdrawalDecision, withdrawalPhase } from "@/lib/claims/withdrawal-phase";
import { clocksForClaim } from "@/lib/deadlines/claim-clocks";
import { type ClockContext, calendarFor, type OpenedClock } from "@/lib/deadlines/open-clock";
import { originOf } from "@/lib/deadlines/period";
import type { DeadlinePolicy, Origin } from "@/lib/deadlines/rule";
import type { CustomerKind, PostalAddress, WithdrawalInformed } from "@/lib/orders/order";
import { accepted, type Outcome } from "@/lib/outcome";

/** What the opening of a claim is decided on: the order as it is known, and the two instants. */
export type OpeningFacts = {
  readonly situation: Situation;
  readonly statementSentAt: Instant;
  readonly receivedAt: Instant;
  /** The claimed lines, with their exception to the right of withdrawal; all lines when none is named. */
  readonly lines: readonly {
    readonly withdrawalExclusionNumber: number | null;
    readonly withdrawalExclusionInformedOn: IsoDate | null;
  }[];
  readonly order: {
    readonly placedAt: Instant;
    readonly customerKind: CustomerKind;
    readonly shippingAddress: PostalAddress;
    readonly withdrawalInformed: WithdrawalInformed;
    readonly withdrawalInformedOn: IsoDate | null;
  };
  readonly parcels: readonly { readonly shippedAt: Instant | null; readonly deliveredAt: Instant | null }[];
};

export type OpeningRules = {
  readonly policy: DeadlinePolicy;
  readonly marketplace: { readonly calendar: string; readonly zone: ZoneId };
  readonly calendarOf: CalendarsOf;
};

export type Opening = {
  readonly withdrawal: WithdrawalDecision | null;
  readonly clocks: readonly (OpenedClock & { readonly origin: Origin })[];
};

/**
 * Phase and clocks of a claim, decided once when it opens. The phase is that of the instant the customer sent
 * the statement; reply and refund clocks start when the seller or its platform was informed.
 */
export function decideOpening(facts: OpeningFacts, rules: OpeningRules): Outcome<Opening, "delivery_before_dispatch"> {
  const context = clockContext(facts.order, rules);
  const withdrawal = facts.situation === "no_longer_wanted" ? decidePhase(facts, context) : accepted(null);
  if (!withdrawal.ok) return withdrawal;
  const clocks = clocksForClaim({ ...claimFacts(facts), withdrawal: withdrawal.value }, context);
  return accepted({ withdrawal: withdrawal.value, clocks: withOrigins(clocks, facts.situation, context) });
}

/** What every clock of a claim on this order is counted with. */
export function clockContext(
  order: Pick<OpeningFacts["order"], "placedAt" | "shippingAddress">,
  { policy, marketplace, calendarOf }: OpeningRules,
): ClockContext & { readonly contractOn: IsoDate } {
  const delivery = territoryOf(order.shippingAddress.postcode, order.shippingAddress.country);
  return { policy, marketplace, delivery, contractOn: localDay(order.placedAt, delivery.zone), calendarOf };
}

/** Each clock with the origin of its rule in this situation: a silence of the text is shown as our reading. */
export function withOrigins(clocks: readonly OpenedClock[], situation: Situation, context: ClockContext) {
  return clocks.map((clock) => ({
    ...clock,
    origin: originOf(context.policy.rules[clock.kind], situation, context.contractOn),
  }));
}

function decidePhase(facts: OpeningFacts, context: ClockContext & { readonly contractOn: IsoDate }) {
  return withdrawalPhase({
    statementSentAt: facts.statementSentAt,
    customerKind: facts.order.customerKind,
    contractOn: context.contractOn,
    parcels: facts.parcels,
    lines: facts.lines.map(({ withdrawalExclusionNumber: number, withdrawalExclusionInformedOn: informedOn }) => ({
      exclusion: number === null ? null : { number, informedOn },
    })),
    withdrawalInformed: facts.order.withdrawalInformed,
    withdrawalInformedOn: facts.order.withdrawalInformedOn,
    calendar: calendarFor(context.policy.rules.withdrawal_period, context).calendar,
    zone: context.delivery.zone,
  });
}

function claimFacts({ situation, receivedAt, statementSentAt, order, parcels }: OpeningFacts) {
  return {
    situation,
    receivedAt,
    statementSentAt,
    customerKind: order.customerKind,
    lastDeliveredAt: lastDelivery(parcels),
    withdrawalInformed: order.withdrawalInformed,
    withdrawalInformedOn: order.withdrawalInformedOn,
  };
}

/** When the last parcel arrived; null while one has not, or when there is none (C. conso. L221-18). */
export function lastDelivery(parcels: readonly { readonly deliveredAt: Instant | null }[]): Instant | null {
  const deliveries = parcels.map((parcel) => parcel.deliveredAt);
  return deliveries.reduce<Instant | null>(
    (last, at) => (last === null || at === null ? null : latest(at, last)),
    deliveries[0] ?? null,
  );
}
