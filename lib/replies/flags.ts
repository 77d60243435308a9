import { addDays } from "@/lib/calendar/civil-day";
import { parseInstant } from "@/lib/calendar/instant";
import { carrierByName } from "@/lib/carriers/carrier";
import { checkTrackingNumber, isCarrierLink } from "@/lib/carriers/tracking";
import { parcelOf, soundProofs } from "@/lib/replies/check-delivery";
import { refundableCents } from "@/lib/replies/check-money";
import type { ReplyContext } from "@/lib/replies/context";
import type { FlagCode } from "@/lib/replies/demand";
import type { ForbiddenDemand, ReplyFields } from "@/lib/replies/field";
import { isLackOfConformity } from "@/lib/replies/remedy";
import type { ReplyInput } from "@/lib/replies/schema";
import { demandsIn, demandsReservation, sendsToCarrier } from "@/lib/replies/unlawful-wording";
import { type Flag, flag, flagWhen } from "@/lib/replies/verdict";

/** What an answer is warned of: demands the law forbids, days later than the law's, doubtful links and numbers. */
export function flagsOf(input: ReplyInput, context: ReplyContext): readonly Flag[] {
  return [
    ...flagTracking(input),
    ...flagWording(input, context),
    ...flagWithdrawal(input, context),
    ...flagMoney(input, context),
    ...flagRemedy(input, context),
    ...(input.solution === "confirm_delivery" ? flagDelivery(input, context) : []),
  ];
}

function flagTracking({ carrier, trackingNumber, trackingUrl }: ReplyFields): readonly Flag[] {
  const known = carrierByName(carrier);
  const isDoubtful =
    Boolean(trackingNumber) && known.id !== "other" && checkTrackingNumber(known, trackingNumber ?? "") !== "ok";
  const isForeign = Boolean(trackingUrl) && !isCarrierLink(known, trackingUrl ?? "");
  return [
    ...flagWhen(isDoubtful, "tracking_number_doubtful", "trackingNumber"),
    ...flagWhen(isForeign, "tracking_link_not_carrier", "trackingUrl"),
  ];
}

const FLAG_OF_DEMAND: Readonly<Record<ForbiddenDemand, FlagCode>> = {
  reason: "demand_reason",
  prior_agreement: "demand_prior_agreement",
  original_packaging: "demand_original_packaging",
  restocking_fee: "demand_restocking_fee",
  voucher: "demand_voucher",
  refund_after_inspection: "demand_refund_after_inspection",
};

function flagWording(input: ReplyFields, { claim }: ReplyContext): readonly Flag[] {
  const text = [input.message, input.packing, input.nextStep, input.facts, input.evidence].filter(Boolean).join("\n");
  const isWithdrawal = claim.phase === "withdrawal_period" || claim.phase === "before_dispatch";
  const demands = isWithdrawal ? new Set([...(input.demands ?? []), ...demandsIn(text)]) : new Set<ForbiddenDemand>();
  return [
    ...[...demands].map((demand) => flag(FLAG_OF_DEMAND[demand])),
    ...flagWhen(isLackOfConformity(claim.situation) && demandsReservation(text), "reservation_demanded"),
    ...flagWhen(claim.situation === "parcel_not_received" && sendsToCarrier(text), "sent_to_carrier"),
  ];
}

function flagWithdrawal(input: ReplyFields, { claim, order, clocks }: ReplyContext): readonly Flag[] {
  if (claim.phase !== "withdrawal_period") return [];
  const { sendBeforeOn, costBearer } = input;
  const { goodsReturnDueOn } = clocks;
  const isEarly = sendBeforeOn !== undefined && goodsReturnDueOn !== null && sendBeforeOn < goodsReturnDueOn;
  const wasNotTold = costBearer === "customer" && order.withdrawalInformed === "no";
  return [
    ...flagWhen(isEarly, "send_before_too_early", "sendBeforeOn"),
    ...flagWhen(wasNotTold, "return_cost_not_told", "costBearer"),
  ];
}

/** Refunds the law makes whole and dates: cancellation, withdrawal, parcel never delivered. */
function flagMoney(input: ReplyInput, context: ReplyContext): readonly Flag[] {
  const fields: ReplyFields = input;
  const { claim, order } = context;
  const isWhole = input.solution === "refund" || input.solution === "confirm_cancellation";
  const isOfWithdrawal = claim.phase === "withdrawal_period" || claim.phase === "before_dispatch";
  const lastDay = lastRefundDay(input, context);
  const isLate = fields.refundOn !== undefined && lastDay !== null && fields.refundOn > lastDay;
  const isPart = fields.amountCents !== undefined && fields.amountCents < refundableCents(order);
  const isAllClaimed = order.lines.every((line) => line.claimed);
  return [
    ...flagWhen(isLate, "refund_after_law", "refundOn"),
    ...flagWhen(isWhole && isAllClaimed && isPart, "amount_below_order", "amountCents"),
    ...flagWhen(isOfWithdrawal && fields.refundMethod === "bank_transfer", "refund_method_other", "refundMethod"),
  ];
}

/**
 * Last lawful day of a refund, null where the law sets none yet. Ending the contract today starts 14 days (L216-7);
 * after a withdrawal the seller may wait for the goods or the proof of their dispatch (L221-24).
 */
function lastRefundDay(input: ReplyInput, { today, clocks, claim }: ReplyContext): string | null {
  if (input.solution === "refund") return addDays(today, 14);
  const sentBy = input.solution === "return_procedure" && claim.phase !== null ? input.sendBeforeOn : undefined;
  const { refundDueOn } = clocks;
  return refundDueOn !== null && sentBy !== undefined && sentBy > refundDueOn ? sentBy : refundDueOn;
}

function flagRemedy(input: ReplyFields, { claim, clocks }: ReplyContext): readonly Flag[] {
  const { remedyDueOn } = clocks;
  const isLate = input.expectedOn !== undefined && remedyDueOn !== null && input.expectedOn > remedyDueOn;
  return flagWhen(isLackOfConformity(claim.situation) && isLate, "remedy_after_law", "expectedOn");
}

function flagDelivery(input: ReplyFields, context: ReplyContext): readonly Flag[] {
  const parcel = parcelOf(input, context);
  const others = context.order.parcels.filter((other) => other !== parcel && other.status !== "delivered");
  const proofs = soundProofs(context);
  const isWeak = proofs.length > 0 && proofs.every(({ verdict }) => verdict === "weak");
  return [
    ...flagWhen(parcel !== null && parcel.deliveredAt === null, "delivery_unknown_to_order", "deliveredAt"),
    ...flagWhen(differsByADay(parcel?.deliveredAt ?? null, input.deliveredAt), "delivered_at_differs", "deliveredAt"),
    ...flagWhen(others.length > 0, "other_parcel_underway", "trackingNumber"),
    ...flagWhen(isWeak, "proof_weak", "documentIds"),
  ];
}

const DAY_MS = 86_400_000;

function differsByADay(known: string | null, stated: string | undefined): boolean {
  const parsed = stated === undefined ? undefined : parseInstant(stated);
  return known !== null && parsed?.ok === true && Math.abs(Date.parse(known) - Date.parse(parsed.value)) > DAY_MS;
}
