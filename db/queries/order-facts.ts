import { and, asc, eq } from "drizzle-orm";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { orderLines, orders, parcelLines, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import { orderTotals } from "@/lib/orders/totals";

/** Everything a decision about an order reads, in the transaction that takes it. */
export async function readOrderFacts(tx: Transaction, sellerId: string, orderId: string) {
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  if (!order) return undefined;
  const ofOrder = <Table extends typeof orderLines | typeof parcels | typeof parcelLines>(table: Table) =>
    and(eq(table.sellerId, sellerId), eq(table.orderId, orderId));
  const lines = await tx.select().from(orderLines).where(ofOrder(orderLines)).orderBy(asc(orderLines.position));
  const parcelRows = await tx.select().from(parcels).where(ofOrder(parcels)).orderBy(asc(parcels.position));
  const contents = await tx.select().from(parcelLines).where(ofOrder(parcelLines));
  const money = await readMoney(tx, sellerId, orderId);
  const parcelFacts = parcelRows.map((parcel) => ({
    ...parcel,
    lines: contents.filter((content) => content.parcelId === parcel.id),
  }));
  return { order, lines, parcels: parcelFacts, ...money };
}

export type OrderFacts = NonNullable<Awaited<ReturnType<typeof readOrderFacts>>>;

async function readMoney(tx: Transaction, sellerId: string, orderId: string) {
  const where = <Table extends typeof orderPayments | typeof orderRefunds | typeof orderDiscounts>(table: Table) =>
    and(eq(table.sellerId, sellerId), eq(table.orderId, orderId));
  const payments = await tx.select().from(orderPayments).where(where(orderPayments)).orderBy(asc(orderPayments.paidAt));
  const refunds = await tx.select().from(orderRefunds).where(where(orderRefunds)).orderBy(asc(orderRefunds.paidAt));
  const discounts = await tx.select().from(orderDiscounts).where(where(orderDiscounts)).orderBy(asc(orderDiscounts.id));
  return { payments, refunds, discounts };
}

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
