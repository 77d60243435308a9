import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { FulfilledCommitment } from "@/db/commands/deeds";
import { appendEvent } from "@/db/commands/journal";
import { type DeedRefusal, futureRefusal, lockOrder } from "@/db/commands/recorded-order";
import { applyRefunds } from "@/db/commands/refund-effects";
import { orderRefunds } from "@/db/schema/order-money";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type RefundColumns, refundColumns } from "@/lib/orders/columns";
import { mayImportOrders } from "@/lib/orders/permissions";
import { unknownRefunds } from "@/lib/orders/plan";
import type { RefundBody } from "@/lib/orders/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type RecordedDeed = {
  readonly orderId: string;
  readonly result: "recorded" | "already_recorded";
  /** Promises the deed keeps. */
  readonly fulfilled: readonly FulfilledCommitment[];
};

/** Record a refund that was paid, with the reference that proves it; the same refund again changes nothing. */
export async function recordRefund(
  scope: OneSellerScope,
  deed: { readonly number: string; readonly claimId?: string | undefined; readonly refund: RefundBody },
  now: Instant,
): Promise<Outcome<RecordedDeed, DeedRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const late = futureRefusal({ paidAt: deed.refund.paidAt }, now);
  if (late) return late;
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx): Promise<Outcome<RecordedDeed, DeedRefusal>> => {
    const order = await lockOrder(tx, sellerId, deed.number);
    if (!order) return refused("order_not_found");
    const { orderId, number, lines } = order;
    const refund = refundColumns(deed.refund);
    if (refund.lineId !== null && !lines.has(refund.lineId)) return refused("invalid", { lineId: ["unknown_line_id"] });
    if (unknownRefunds(await readRefunds(tx, sellerId, order), [refund]).length === 0) {
      return accepted({ orderId, result: "already_recorded", fulfilled: [] });
    }
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
    const { claimId } = deed;
    const fulfilled = await applyRefunds(tx, { sellerId, orderId, actor, now, claimId }, [refund]);
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
