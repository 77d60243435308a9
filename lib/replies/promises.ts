import { type IsoDate, isoDate } from "@/lib/calendar/civil-day";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import { soundProofs } from "@/lib/replies/check-delivery";
import { hasLabel } from "@/lib/replies/check-return";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { isLackOfConformity } from "@/lib/replies/remedy";
import type { ReplyInput } from "@/lib/replies/schema";

/** A promise as it is written when the answer is sent, or when the customer accepts it. */
export type CommitmentDraft = {
  readonly kind: CommitmentKind;
  /** Last day of the promise, inclusive. */
  readonly dueOn: IsoDate;
  readonly amountCents: number | null;
  /** The legal clock that runs beside the promise, null when the law sets none. */
  readonly clockKind: DeadlineKind | null;
};

/** Everything a complete answer promises, each with its day. */
export function promisesOf(input: ReplyInput, context: ReplyContext): readonly CommitmentDraft[] {
  switch (input.solution) {
    case "confirm_delivery":
      return soundProofs(context).length > 0
        ? []
        : dated("proof_of_delivery", input.proofFollowsOn, "proof_of_delivery");
    case "refund":
      return dated("refund", input.refundOn, "delivery_refund", input.amountCents);
    case "reship":
      return dated("reshipment", input.expectedOn, null);
    case "parcel_in_transit":
      return dated("parcel_arrival", input.expectedOn, null);
    case "carrier_inquiry":
      return dated("carrier_inquiry", input.answerOn, null);
    case "confirm_cancellation":
      return input.nothingCharged ? [] : dated("refund", input.refundOn, "withdrawal_refund", input.amountCents);
    case "could_not_stop":
      return [...returnLeg(input, context), ...dated("refund", input.refundOn, "withdrawal_refund", input.amountCents)];
    case "return_procedure":
      return [...returnLeg(input, context), ...outcomeOf(input, context)];
    case "accept_return":
      return [
        ...returnLeg(input, context),
        ...dated("refund", input.refundOn ?? input.nextStepOn, null, input.amountCents),
      ];
    case "exchange":
    case "repair":
    case "replacement":
      return [
        ...dated(input.solution, input.expectedOn, remedyClock(context)),
        ...(input.goods === "send_back" ? returnLeg(input, context) : []),
      ];
    case "ship_missing_item":
      return dated("missing_item", input.expectedOn, remedyClock(context));
    case "goodwill_gesture":
      return dated("goodwill", input.doneOn, null, input.amountCents);
    case "refund_without_return":
      return dated("refund", input.refundOn, null, input.amountCents);
    case "price_reduction":
      return dated("price_reduction", input.refundOn, null, input.amountCents);
    case "refuse":
    case "send_invoice":
    case "send_corrected_invoice":
    case "answer_other":
      return [];
  }
}

/** What follows the return: the refund of the withdrawal, or the remedy the seller announced. */
function outcomeOf(fields: ReplyFields, context: ReplyContext): readonly CommitmentDraft[] {
  const day = fields.refundOn ?? fields.nextStepOn;
  if (!isLackOfConformity(context.claim.situation)) {
    return dated("refund", day ?? context.clocks.refundDueOn ?? undefined, "withdrawal_refund", fields.amountCents);
  }
  switch (fields.outcome) {
    case undefined:
      return [];
    case "refund":
      return dated("refund", day, isConsumer(context) ? "conformity_refund" : null, fields.amountCents);
    case "replacement":
    case "repair":
      return dated(fields.outcome, fields.nextStepOn, remedyClock(context));
  }
}

function returnLeg(fields: ReplyFields, context: ReplyContext): readonly CommitmentDraft[] {
  const isAdvanced = fields.returnMeans === "customer_advances";
  const isLabelLater = fields.returnMeans === "prepaid_label" && !hasLabel(context);
  return [
    ...(isLabelLater ? dated("return_label", fields.labelFollowsOn, null) : []),
    ...dated("return", fields.sendBeforeOn, null),
    ...(isAdvanced ? dated("return_cost", fields.advanceRefundOn, "return_cost_refund") : []),
  ];
}

function dated(
  kind: CommitmentKind,
  day: string | undefined,
  clockKind: DeadlineKind | null,
  amountCents?: number | undefined,
): readonly CommitmentDraft[] {
  return day === undefined ? [] : [{ kind, dueOn: isoDate(day), amountCents: amountCents ?? null, clockKind }];
}

function remedyClock(context: ReplyContext): DeadlineKind | null {
  return isConsumer(context) ? "conformity_remedy" : null;
}

function isConsumer(context: ReplyContext): boolean {
  return context.claim.customerKind === "consumer";
}
