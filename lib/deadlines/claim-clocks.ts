import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { startOfDay } from "@/lib/calendar/zone";
import type { Situation } from "@/lib/claims/claim";
import type { WithdrawalDecision, WithdrawalInformation } from "@/lib/claims/withdrawal-phase";
import { type ClockContext, calendarFor, type OpenedClock, openClock } from "@/lib/deadlines/open-clock";
import { lastUninformedWithdrawalDay } from "@/lib/deadlines/withdrawal-period";

export type ClaimOpening = {
  readonly situation: Situation;
  /** Decision of `withdrawalPhase`, for `no_longer_wanted` only. */
  readonly withdrawal: WithdrawalDecision | null;
  readonly customerKind: "consumer" | "professional";
  /** When the seller or its platform was informed. */
  readonly receivedAt: Instant;
  /** When the customer sent the statement. */
  readonly statementSentAt: Instant;
  /** When the last parcel of the order was delivered; null while one is not, or when it is unknown. */
  readonly lastDeliveredAt: Instant | null;
  readonly withdrawalInformed: WithdrawalInformation;
  readonly withdrawalInformedOn: IsoDate | null;
};

/**
 * The clocks that open with a claim, each from its own fact: refund, return and remedy periods run from the
 * request, not from the answer. The customer's windows are there to be shown; only the seller's clocks count.
 */
export function clocksForClaim(claim: ClaimOpening, context: ClockContext): readonly OpenedClock[] {
  const reply = openClock("reply", claim.receivedAt, context);
  switch (claim.situation) {
    case "parcel_not_received":
      return [reply, openClock("proof_of_delivery", claim.receivedAt, context)];
    case "no_longer_wanted":
      return [reply, ...withdrawalClocks(claim, context)];
    case "wrong_product":
    case "damaged":
    case "broken_down":
    case "missing_item":
      return [reply, ...conformityClocks(claim, context)];
    case "invoice_request":
    case "other":
      return [reply];
  }
}

/** A professional buyer, or an excepted sale, has no withdrawal right, hence none of its clocks. */
function withdrawalClocks(claim: ClaimOpening, context: ClockContext): readonly OpenedClock[] {
  const { withdrawal } = claim;
  if (!withdrawal || withdrawal.reason === "professional_buyer" || withdrawal.reason === "excepted") return [];
  switch (withdrawal.phase) {
    case "before_dispatch":
      return [openClock("withdrawal_refund", claim.receivedAt, context)];
    case "withdrawal_period":
      return [
        { ...openClock("withdrawal_refund", claim.receivedAt, context), suspendedBy: "goods_not_back" },
        openClock("goods_return", claim.statementSentAt, context),
        ...withdrawalWindows(claim, context),
      ];
    case "after_withdrawal_period":
      return withdrawalWindows(claim, context);
  }
}

function withdrawalWindows(claim: ClaimOpening, context: ClockContext): readonly OpenedClock[] {
  if (claim.lastDeliveredAt === null) return [];
  const initial = openClock("withdrawal_period", claim.lastDeliveredAt, context);
  const windows = claim.withdrawalInformed === "no" ? [initial, uninformedWindow(claim, initial, context)] : [initial];
  return windows.map((window) => ({ ...window, stoppedAt: claim.statementSentAt }));
}

function uninformedWindow(claim: ClaimOpening, initial: OpenedClock, context: ClockContext): OpenedClock {
  const { calendar, zone } = calendarFor(context.policy.rules.withdrawal_period_uninformed, context);
  const dueOn = lastUninformedWithdrawalDay(initial.dueOn, claim.withdrawalInformedOn, calendar);
  return openClock("withdrawal_period_uninformed", startOfDay(initial.dueOn, zone), context, { dueOn });
}

/** The guarantee of conformity is the consumer's; its two years are shown when the delivery is known. */
function conformityClocks(claim: ClaimOpening, context: ClockContext): readonly OpenedClock[] {
  if (claim.customerKind === "professional") return [];
  const remedy = openClock("conformity_remedy", claim.receivedAt, context);
  if (claim.lastDeliveredAt === null) return [remedy];
  return [remedy, openClock("legal_guarantee", claim.lastDeliveredAt, context)];
}
