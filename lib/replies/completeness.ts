import { checkChoice, checkGesture } from "@/lib/replies/check-choice";
import { checkDates, checkLines } from "@/lib/replies/check-dates";
import {
  checkCarrierInquiry,
  checkConfirmDelivery,
  checkExpectedOn,
  checkInTransit,
  checkTrackingLink,
} from "@/lib/replies/check-delivery";
import { checkCorrectedInvoice, checkInvoice } from "@/lib/replies/check-invoice";
import { checkAmount, checkCancellation, checkOptionalAmount, checkRefund } from "@/lib/replies/check-money";
import { checkRefusal } from "@/lib/replies/check-refusal";
import { checkAcceptedReturn, checkCouldNotStop, checkGoods, checkReturnProcedure } from "@/lib/replies/check-return";
import type { ReplyContext } from "@/lib/replies/context";
import { flagsOf } from "@/lib/replies/flags";
import type { ReplyInput } from "@/lib/replies/schema";
import { solutionsFor } from "@/lib/replies/solution";
import { hasPlaceholder } from "@/lib/replies/templates";
import { type Missing, missing, missingWhen, type ReplyVerdict } from "@/lib/replies/verdict";
import { everyText } from "@/lib/replies/written";

/**
 * Judges one answer: what it still lacks, and what it is warned of. Only a complete answer stops a clock.
 * Flags never stop the sending; they are kept with the answer.
 */
export function judgeReply(input: ReplyInput, context: ReplyContext): ReplyVerdict {
  const { situation, phase } = context.claim;
  if (!solutionsFor(situation, phase).includes(input.solution)) {
    return { complete: false, missing: [missing("solution_not_for_situation")], flags: [] };
  }
  const found = [
    ...checkContent(input, context),
    ...checkDates(input, context),
    ...checkLines(input, context),
    ...checkTexts(input),
  ].filter(({ code }) => !context.waived?.includes(code));
  return { complete: found.length === 0, missing: found, flags: flagsOf(input, context) };
}

/** A variable of a ready-made message that nothing filled would leave as it is. */
function checkTexts(input: ReplyInput): readonly Missing[] {
  const left = everyText(input).filter(({ text }) => hasPlaceholder(text));
  return [...new Set(left.map(({ name }) => name))].map((name) => missing("placeholder_left", name));
}

function checkContent(input: ReplyInput, context: ReplyContext): readonly Missing[] {
  switch (input.solution) {
    case "confirm_delivery":
      return checkConfirmDelivery(input, context);
    case "refund":
      return checkRefund(input, context);
    case "reship":
      return checkExpectedOn(input);
    case "parcel_in_transit":
      return checkInTransit(input);
    case "carrier_inquiry":
      return checkCarrierInquiry(input, context);
    case "confirm_cancellation":
      return checkCancellation(input, context);
    case "could_not_stop":
      return [...checkCouldNotStop(input, context), ...checkOptionalAmount(input, context)];
    case "return_procedure":
      return [
        ...checkReturnProcedure(input, context),
        ...checkOptionalAmount(input, context),
        ...checkChoice(input, context),
      ];
    case "accept_return":
      return [...checkAcceptedReturn(input, context), ...checkOptionalAmount(input, context)];
    case "refuse":
      return checkRefusal(input, context);
    case "exchange":
    case "repair":
    case "replacement":
      return [...checkExpectedOn(input), ...checkGoods(input, context), ...checkChoice(input, context)];
    case "ship_missing_item":
      return [...checkExpectedOn(input), ...checkTrackingLink(input), ...checkChoice(input, context)];
    case "goodwill_gesture":
      return [...checkGesture(input), ...checkAmount(input, context), ...checkChoice(input, context)];
    case "refund_without_return":
    case "price_reduction":
      return [...checkRefund(input, context), ...checkChoice(input, context)];
    case "send_invoice":
      return checkInvoice(input, context);
    case "send_corrected_invoice":
      return checkCorrectedInvoice(input, context);
    case "answer_other":
      return missingWhen(!input.message, "message_missing", "message");
  }
}
