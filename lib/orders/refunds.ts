import { canonicalJson } from "@/lib/journal/canonical";
import type { RefundColumns } from "@/lib/orders/columns";

/** A refund that gives back more than was paid. All in cents. */
export type RefundAbovePaid = {
  /** Place in the list that was given. */
  readonly index: number;
  readonly amountCents: number;
  /** What was given back before it. */
  readonly refundedCents: number;
  readonly paidCents: number;
};

/**
 * A refund is told by its reference, its line and its amounts; one already known, or named twice, is recorded once.
 * When and how it was paid does not make it another.
 */
export function unknownRefunds(
  known: readonly RefundColumns[],
  given: readonly RefundColumns[],
): readonly RefundColumns[] {
  const keys = new Set(known.map(keyOfRefund));
  return given.filter((refund) => {
    const key = keyOfRefund(refund);
    return keys.has(key) ? false : keys.add(key);
  });
}

/** What the customer paid: the price, or the payments when these are more. Cents. */
export function paidForOrder(totalCents: number, payments: readonly { readonly amountCents: number }[]): number {
  return Math.max(
    totalCents,
    payments.reduce((sum, payment) => sum + payment.amountCents, 0),
  );
}

/**
 * The first new refund that takes what is given back above what was paid.
 *
 * @param besideCents what may be paid on top of the price: promised return costs and gestures
 */
export function findRefundAbovePaid(
  known: readonly RefundColumns[],
  given: readonly RefundColumns[],
  { paidCents, besideCents }: { readonly paidCents: number; readonly besideCents: number },
): RefundAbovePaid | undefined {
  let refundedCents = known.reduce((sum, refund) => sum + centsOf(refund), 0);
  for (const refund of unknownRefunds(known, given)) {
    const amountCents = centsOf(refund);
    if (refundedCents + amountCents > paidCents + besideCents) {
      return { index: given.indexOf(refund), amountCents, refundedCents, paidCents };
    }
    refundedCents += amountCents;
  }
  return undefined;
}

function centsOf({ amountCents, shippingCents }: RefundColumns): number {
  return amountCents + shippingCents;
}

function keyOfRefund({ lineId, amountCents, shippingCents, reference }: RefundColumns): string {
  return canonicalJson({ lineId, amountCents, shippingCents, reference });
}
