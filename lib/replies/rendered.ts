import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import { refundableCents } from "@/lib/replies/check-money";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { dayOf, item, itemOf, notice, type Paragraph, paragraph, text, textOf, word } from "@/lib/replies/paragraph";
import { deliveryLines, lineOfTracking, sentLines } from "@/lib/replies/rendered-delivery";
import { refusalLines } from "@/lib/replies/rendered-refusal";
import { choiceLines, costlessLeg, returnLegLines } from "@/lib/replies/rendered-return";
import type { ReplyInput } from "@/lib/replies/schema";

/**
 * An answer as sentences, in the order they are read. The customer's page, the mail, the preview and the letter
 * all write these, so that they cannot disagree. Incomplete answers render what they hold.
 */
export function replyParagraphs(input: ReplyInput, context: ReplyContext): readonly Paragraph[] {
  const own = input.message ? [paragraph("message", { message: text(input.message) })] : [];
  return [...own, ...contentOf(input, context)];
}

function contentOf(input: ReplyInput, context: ReplyContext): readonly Paragraph[] {
  switch (input.solution) {
    case "confirm_delivery":
    case "parcel_in_transit":
    case "carrier_inquiry":
    case "reship":
      return deliveryLines(input, context);
    case "refund":
      return [paragraph("refund.intro"), ...refundLines(input, context), paragraph("refund.accept")];
    case "confirm_cancellation":
      return [
        paragraph("confirm_cancellation.intro", { orderNumber: text(context.order.number) }),
        ...(input.nothingCharged ? [paragraph("confirm_cancellation.nothing_charged")] : refundLines(input, context)),
      ];
    case "could_not_stop":
      return [
        paragraph("could_not_stop.intro"),
        ...(input.mayRefuseParcel ? [item("could_not_stop.refuse_parcel")] : []),
        ...(input.returnAddress ? costlessLeg(input, context) : []),
        ...refundLines(input, context),
      ];
    case "return_procedure":
      return returnProcedureLines(input, context);
    case "accept_return":
      return [paragraph("accept_return.intro"), ...returnLegLines(input, context), ...refundLines(input, context)];
    case "refuse":
      return refusalLines(input, context);
    case "exchange":
    case "repair":
    case "replacement":
      return [...remedyLines(input, context), ...choiceLines(input, context)];
    case "ship_missing_item":
      return [
        paragraph("ship_missing_item.intro"),
        ...sentLines(input, context),
        ...itemOf("expected_on", "day", dayOf(input.expectedOn)),
        ...lineOfTracking(input),
        ...choiceLines(input, context),
      ];
    case "goodwill_gesture":
      return [...gestureLines(input, context), ...choiceLines(input, context)];
    case "refund_without_return":
    case "price_reduction":
      return [
        paragraph(`${input.solution}.intro`),
        ...refundLines(input, context),
        paragraph("needs_acceptance"),
        ...choiceLines(input, context),
      ];
    case "send_invoice":
      return [paragraph("send_invoice.intro", { orderNumber: text(context.order.number) })];
    case "send_corrected_invoice":
      return [
        paragraph("send_corrected_invoice.intro"),
        ...itemOf("correction", "correction", textOf(input.correction)),
      ];
    case "answer_other":
      return [];
  }
}

function returnProcedureLines(
  input: ReplyInput & { readonly solution: "return_procedure" },
  context: ReplyContext,
): readonly Paragraph[] {
  const isWithdrawal = context.claim.situation === "no_longer_wanted";
  const outcome = input.outcome && !isWithdrawal ? [paragraph(`return_procedure.outcome.${input.outcome}`)] : [];
  return [
    paragraph(isWithdrawal ? "return_procedure.withdrawal" : "return_procedure.intro"),
    ...outcome,
    ...returnLegLines(input, context),
    ...(isWithdrawal || input.outcome === "refund" ? refundLines(input, context) : []),
    ...choiceLines(input, context),
  ];
}

function remedyLines(
  input: ReplyInput & { readonly solution: "exchange" | "repair" | "replacement" },
  context: ReplyContext,
): readonly Paragraph[] {
  const goods = input.goods === undefined || input.goods === "send_back" ? [] : [item(`goods.${input.goods}`)];
  return [
    paragraph(`${input.solution}.intro`),
    ...sentLines(input, context),
    ...itemOf(input.solution === "repair" ? "repair.ready_on" : "expected_on", "day", dayOf(input.expectedOn)),
    ...(input.solution === "repair" ? [] : lineOfTracking(input)),
    ...goods,
    ...(input.goods === "send_back" ? costlessLeg(input, context) : []),
    ...(input.solution === "repair" && context.claim.customerKind === "consumer" ? [repairNotice()] : []),
  ];
}

/** The customer chose the repair freely, and it lengthens the guarantee (C. conso. L217-8, L217-13). */
function repairNotice(): Paragraph {
  return notice("repair.choice", { months: text(String(DEADLINE_RULES.repair_extension.length)) });
}

function gestureLines(fields: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  return [
    paragraph("goodwill_gesture.intro"),
    ...itemOf(
      "goodwill_gesture.nature",
      "nature",
      fields.gestureNature ? word(`solutions.gestures.${fields.gestureNature}`) : null,
    ),
    ...amountLine("goodwill_gesture.amount", fields, context),
    ...itemOf("goodwill_gesture.description", "description", textOf(fields.gestureDescription)),
    ...itemOf("goodwill_gesture.done_on", "day", dayOf(fields.doneOn)),
    paragraph("needs_acceptance"),
    ...(context.claim.customerKind === "consumer" ? [notice("goodwill_gesture.guarantees")] : []),
  ];
}

function refundLines(fields: ReplyFields, context: ReplyContext): readonly Paragraph[] {
  return [
    ...amountLine(isWhole(fields, context) ? "refund.amount" : "refund.part", fields, context),
    ...itemOf("refund.on", "day", dayOf(fields.refundOn)),
    ...itemOf(
      "refund.method",
      "method",
      fields.refundMethod ? word(`solutions.refundMethods.${fields.refundMethod}`) : null,
    ),
  ];
}

/** Only a whole refund may say that the delivery is included. */
function isWhole({ amountCents }: ReplyFields, { order }: ReplyContext): boolean {
  return amountCents !== undefined && amountCents >= refundableCents(order);
}

function amountLine(key: string, { amountCents }: ReplyFields, { order }: ReplyContext): readonly Paragraph[] {
  if (amountCents === undefined) return [];
  return [item(key, { amount: { type: "money", cents: amountCents, currency: order.currency } })];
}
