import type { ReplyContext, ReplyOrder } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

/** What may still be given back: what was paid, delivery included, less what was refunded. Cents. */
export function refundableCents(order: ReplyOrder): number {
  return Math.max(0, order.totalCents - order.refundedCents);
}

/** An amount, and the day by which it is paid. */
export function checkRefund(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return [
    ...checkAmount(fields, context),
    ...missingWhen(fields.refundOn === undefined, "refund_on_missing", "refundOn"),
  ];
}

export function checkAmount({ amountCents }: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (amountCents === undefined) return [missing("amount_missing", "amountCents")];
  return [
    ...missingWhen(amountCents === 0, "amount_zero", "amountCents"),
    ...missingWhen(amountCents > refundableCents(context.order), "amount_above_order", "amountCents"),
  ];
}

/** An amount that is optional must still be possible. */
export function checkOptionalAmount(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return fields.amountCents === undefined ? [] : checkAmount(fields, context);
}

/**
 * A cancellation gives every payment back, or says that nothing was charged.
 *
 * @see Code de la consommation, art. L221-24
 */
export function checkCancellation(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (fields.nothingCharged === true) return [];
  if (fields.amountCents === undefined && fields.refundOn === undefined) {
    return [missing("cancellation_refund_missing", "amountCents")];
  }
  return checkRefund(fields, context);
}
