import { and, asc, eq } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { orderLines, orders, parcelLines, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import { orderTotals } from "@/lib/orders/totals";

/** Everything a decision about an order reads, in the transaction that takes it and in one round trip. */
export async function readOrderFacts(tx: Transaction, sellerId: string, orderId: string) {
  const ofOrder = <Table extends { sellerId: PgColumn; orderId: PgColumn }>(table: Table) =>
    and(eq(table.sellerId, sellerId), eq(table.orderId, orderId));
  const [[order], lines, parcelRows, contents, payments, refunds, discounts] = await Promise.all([
    tx
      .select()
      .from(orders)
      .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId))),
    tx.select().from(orderLines).where(ofOrder(orderLines)).orderBy(asc(orderLines.position)),
    tx.select().from(parcels).where(ofOrder(parcels)).orderBy(asc(parcels.position)),
    tx.select().from(parcelLines).where(ofOrder(parcelLines)),
    tx.select().from(orderPayments).where(ofOrder(orderPayments)).orderBy(asc(orderPayments.paidAt)),
    tx.select().from(orderRefunds).where(ofOrder(orderRefunds)).orderBy(asc(orderRefunds.paidAt)),
    tx.select().from(orderDiscounts).where(ofOrder(orderDiscounts)).orderBy(asc(orderDiscounts.id)),
  ]);
  if (!order) return undefined;
  const parcelFacts = parcelRows.map((parcel) => ({
    ...parcel,
    lines: contents.filter((content) => content.parcelId === parcel.id),
  }));
  return { order, lines, parcels: parcelFacts, payments, refunds, discounts };
}

export type OrderFacts = NonNullable<Awaited<ReturnType<typeof readOrderFacts>>>;

/**
 * What the order is worth, delivery included, in cents: the seller's discounts are off, the marketplace's are not,
 * since they pay a part of the price.
 */
export function orderTotalCents({
  order,
  lines,
  discounts,
}: Pick<OrderFacts, "order" | "lines" | "discounts">): number {
  return orderTotals({ lines, shippingCents: order.shippingCents, discounts }).totalCents;
}
