import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Deed, FulfilledCommitment } from "@/db/commands/deeds";
import { appendEvent } from "@/db/commands/journal";
import { type DeedRefusal, futureRefusal, lockOrder } from "@/db/commands/recorded-order";
import { applyRefunds } from "@/db/commands/refund-effects";
import { orderTotalCents, readOrderFacts } from "@/db/queries/order-facts";
import { readPromisedBeside } from "@/db/queries/promised-beside";
import { orderRefunds } from "@/db/schema/order-money";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type RefundColumns, refundColumns } from "@/lib/orders/columns";
import { mayImportOrders } from "@/lib/orders/permissions";
import { findRefundAbovePaid, paidForOrder, type RefundAbovePaid, unknownRefunds } from "@/lib/orders/refunds";
import type { RefundBody } from "@/lib/orders/schema";
import { accepted, type Refusal, refused } from "@/lib/outcome";

export type RecordedDeed = {
  readonly orderId: string;
  readonly result: "recorded" | "already_recorded";
  /** Promises the deed keeps. */
  readonly fulfilled: readonly FulfilledCommitment[];
};

/** More than the customer paid, with the amounts that say so. */
export type AbovePaid = { readonly refund: RefundAbovePaid; readonly currency: string };
export type RefundRefusal = Refusal<DeedRefusal | "refund_above_paid"> & { readonly above?: AbovePaid };
export type RefundOutcome = { readonly ok: true; readonly value: RecordedDeed } | RefundRefusal;

/**
 * Record a refund that was paid, with the reference that proves it; the same refund again changes nothing, and one
 * that gives back more than was paid is refused.
 */
export async function recordRefund(
  scope: OneSellerScope,
  deed: Pick<Deed, "claimId" | "commitmentId"> & { readonly number: string; readonly refund: RefundBody },
  now: Instant,
): Promise<RefundOutcome> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const late = futureRefusal({ paidAt: deed.refund.paidAt }, now);
  if (late) return late;
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx): Promise<RefundOutcome> => {
    const order = await lockOrder(tx, sellerId, deed.number);
    if (!order) return refused("order_not_found");
    const { orderId, number, lines } = order;
    const refund = refundColumns(deed.refund);
    if (refund.lineId !== null && !lines.has(refund.lineId)) return refused("invalid", { lineId: ["unknown_line_id"] });
    const known = await readRefunds(tx, sellerId, order);
    if (unknownRefunds(known, [refund]).length === 0) {
      return accepted({ orderId, result: "already_recorded", fulfilled: [] });
    }
    const above = await abovePaid(tx, { sellerId, orderId }, known, refund);
    if (above) return above;
    const { lineId, ...columns } = refund;
    const orderLineId = lineId === null ? null : (lines.get(lineId) ?? null);
    await tx.insert(orderRefunds).values({ ...columns, sellerId, orderId, id: uuidv7(), orderLineId });
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "refund_recorded",
      actor,
      at: now,
      payload: { orderId, number, ...refund },
    });
    const { claimId, commitmentId } = deed;
    const fulfilled = await applyRefunds(tx, { sellerId, orderId, actor, now, claimId, commitmentId }, [refund]);
    return accepted({ orderId, result: "recorded", fulfilled });
  });
}

async function readRefunds(
  tx: Transaction,
  sellerId: string,
  { orderId, lines }: { readonly orderId: string; readonly lines: ReadonlyMap<string, string> },
): Promise<readonly RefundColumns[]> {
  const lineIds = new Map([...lines].map(([lineId, id]) => [id, lineId]));
  const rows = await tx
    .select()
    .from(orderRefunds)
    .where(and(eq(orderRefunds.sellerId, sellerId), eq(orderRefunds.orderId, orderId)));
  return rows.map(({ orderLineId, ...row }) => ({
    ...row,
    lineId: orderLineId === null ? null : (lineIds.get(orderLineId) ?? null),
  }));
}

async function abovePaid(
  tx: Transaction,
  of: { readonly sellerId: string; readonly orderId: string },
  known: readonly RefundColumns[],
  refund: RefundColumns,
): Promise<RefundRefusal | undefined> {
  const facts = await readOrderFacts(tx, of.sellerId, of.orderId);
  if (!facts) throw new Error(`Order ${of.orderId} disappeared`);
  const paidCents = paidForOrder(orderTotalCents(facts), facts.payments);
  const besideCents = await readPromisedBeside(tx, of, paidCents);
  const above = findRefundAbovePaid(known, [refund], { paidCents, besideCents });
  if (!above) return undefined;
  return {
    ...refused("refund_above_paid", { amountCents: ["refund_above_paid"] }),
    above: { refund: above, currency: facts.order.currency },
  };
}
