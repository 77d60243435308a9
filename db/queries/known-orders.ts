import { and, asc, eq, inArray } from "drizzle-orm";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { orderLines, orders, parcelLines, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { KnownOrder } from "@/lib/orders/plan";

/** Orders as a change of their facts is planned on, by their id. One query per table, however many orders. */
export async function readKnownOrders(
  tx: Transaction,
  sellerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownOrder & { readonly updatedAt: Instant }>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), inArray(orders.id, [...ids])));
  const parts = await readParts(tx, sellerId, ids);
  return new Map(found.map((order) => [order.id, { order, updatedAt: order.updatedAt, ...parts(order.id) }]));
}

async function readParts(tx: Transaction, sellerId: string, ids: readonly string[]) {
  const of = <Table extends typeof orderLines | typeof parcels | typeof orderRefunds | typeof orderPayments>(
    table: Table,
  ) => and(eq(table.sellerId, sellerId), inArray(table.orderId, [...ids]));
  const lines = await tx.select().from(orderLines).where(of(orderLines)).orderBy(asc(orderLines.position));
  const boxes = await tx.select().from(parcels).where(of(parcels)).orderBy(asc(parcels.position));
  const payments = await tx.select().from(orderPayments).where(of(orderPayments));
  const refunds = await tx.select().from(orderRefunds).where(of(orderRefunds));
  const contents = await tx
    .select()
    .from(parcelLines)
    .where(and(eq(parcelLines.sellerId, sellerId), inArray(parcelLines.orderId, [...ids])));
  const discounts = await tx
    .select()
    .from(orderDiscounts)
    .where(and(eq(orderDiscounts.sellerId, sellerId), inArray(orderDiscounts.orderId, [...ids])));
  const lineIds = new Map(lines.map((line) => [line.id, line.lineId]));
  const contentsOf = Map.groupBy(contents, (content) => content.parcelId);
  const grouped = {
    lines: Map.groupBy(lines, (line) => line.orderId),
    parcels: Map.groupBy(boxes, (parcel) => parcel.orderId),
    payments: Map.groupBy(payments, (payment) => payment.orderId),
    refunds: Map.groupBy(refunds, (refund) => refund.orderId),
    discounts: Map.groupBy(discounts, (discount) => discount.orderId),
  };
  return (orderId: string): Omit<KnownOrder, "order"> => ({
    lines: grouped.lines.get(orderId) ?? [],
    parcels: (grouped.parcels.get(orderId) ?? []).map((parcel) => ({
      ...parcel,
      contents: (contentsOf.get(parcel.id) ?? []).map(({ orderLineId, quantity }) => ({
        lineId: lineIds.get(orderLineId) ?? "",
        quantity,
      })),
    })),
    payments: (grouped.payments.get(orderId) ?? []).map(({ method, amountCents, reference, paidAt }) => ({
      method,
      amountCents,
      reference,
      paidAt,
    })),
    refunds: (grouped.refunds.get(orderId) ?? []).map(({ orderLineId, ...refund }) => ({
      ...refund,
      lineId: orderLineId === null ? null : (lineIds.get(orderLineId) ?? null),
    })),
    discounts: (grouped.discounts.get(orderId) ?? []).map(({ amountCents, fundedBy }) => ({ amountCents, fundedBy })),
  });
}
