import type { OrderRefusal } from "@/db/commands/imported-order";
import { refundColumns } from "@/lib/orders/columns";
import type { KnownOrder } from "@/lib/orders/plan";
import { findRefundAbovePaid, paidForOrder, type RefundAbovePaid } from "@/lib/orders/refunds";
import type { OrderBody } from "@/lib/orders/schema";
import { orderTotals } from "@/lib/orders/totals";
import { refused } from "@/lib/outcome";

type Kept = Pick<KnownOrder, "payments" | "discounts">;

/** What was paid for an order, as its body says; a list left out is as it was. Cents. */
export function paidByBody(body: OrderBody, before: Kept = { payments: [], discounts: [] }): number {
  const { lines, shippingCents, discounts = before.discounts, payments = before.payments } = body;
  return paidForOrder(orderTotals({ lines, shippingCents, discounts }).totalCents, payments);
}

/** A new order whose refunds give back more than it cost. */
export function refusedRefunds(body: OrderBody): OrderRefusal | undefined {
  const paid = { paidCents: paidByBody(body), besideCents: 0 };
  const above = findRefundAbovePaid([], (body.refunds ?? []).map(refundColumns), paid);
  return above && abovePaidRefusal(above, body.currency);
}

export function abovePaidRefusal(refund: RefundAbovePaid, currency: string): OrderRefusal {
  return {
    ...refused("refund_above_paid", { [`refunds[${refund.index}].amountCents`]: ["refund_above_paid"] }),
    above: { refund, currency },
  };
}
