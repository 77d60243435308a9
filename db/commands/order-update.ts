import { and, eq, inArray } from "drizzle-orm";
import type { OrderImport, OrderRefusal, PreparedOrder } from "@/db/commands/imported-order";
import type { NewEvent } from "@/db/commands/journal";
import { type OrderKey, OrderParts, rowFinder } from "@/db/commands/order-rows";
import { claimLines } from "@/db/schema/claims";
import { invoices } from "@/db/schema/invoices";
import { orderDiscounts, orderPayments } from "@/db/schema/order-money";
import { orderLines, orders, parcelLines, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import type { RefundColumns } from "@/lib/orders/columns";
import { parcelKeyOf } from "@/lib/orders/consistency";
import { changesDelivery, changesInvoice, type KnownOrder, type OrderPlan, planOrderChange } from "@/lib/orders/plan";
import type { SellerVat } from "@/lib/orders/warnings";
import { accepted, refused } from "@/lib/outcome";

/** What was written, and what it means for the journal and for open claims. */
export type WrittenChange = {
  readonly facts: readonly Pick<NewEvent, "type" | "payload">[];
  readonly newRefunds: readonly RefundColumns[];
  readonly movesDelivery: boolean;
};

export type OrderChange = { readonly ok: true; readonly value: WrittenChange } | OrderRefusal;

type ChangedOrder = PreparedOrder & {
  readonly orderId: string;
  readonly before: KnownOrder;
  readonly seller: SellerVat;
};

/** Write what changed of one order; refused before anything is written. */
export async function updateOrder(tx: Transaction, run: OrderImport, entry: ChangedOrder): Promise<OrderChange> {
  const key: OrderKey = { sellerId: run.sellerId, orderId: entry.orderId };
  const plan = planOrderChange(entry.before, entry.body, entry.seller);
  const refusal = await refusalOf(tx, key, entry.before, plan);
  if (refusal) return refusal;
  await tx
    .update(orders)
    .set({ ...plan.order, factsHash: entry.hash, ...(plan.changes.length > 0 ? { updatedAt: run.now } : {}) })
    .where(and(eq(orders.sellerId, key.sellerId), eq(orders.id, key.orderId)));
  await writeParts(tx, key, entry.before, plan);
  return accepted({
    facts: factsOf(entry, plan),
    newRefunds: plan.newRefunds,
    movesDelivery: changesDelivery(plan),
  });
}

async function refusalOf(
  tx: Transaction,
  key: OrderKey,
  before: KnownOrder,
  plan: OrderPlan,
): Promise<OrderRefusal | undefined> {
  if (changesInvoice(plan)) {
    const invoice = before.order.externalInvoiceNumber ?? (await findInvoiceNumber(tx, key));
    if (invoice) return { ...refused("order_invoiced"), invoice };
  }
  const inUse = await linesInUse(tx, key, before, plan);
  return inUse.length > 0 ? { ...refused("order_line_in_use"), lines: inUse } : undefined;
}

async function findInvoiceNumber(tx: Transaction, { sellerId, orderId }: OrderKey): Promise<string | undefined> {
  const [row] = await tx
    .select({ number: invoices.number })
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orderId), eq(invoices.kind, "invoice")))
    .limit(1);
  return row?.number;
}

/** Lines the change would remove while a claim, a refund or a parcel that stays names them. */
async function linesInUse(
  tx: Transaction,
  { sellerId }: OrderKey,
  before: KnownOrder,
  { lines, parcels: boxes }: OrderPlan,
): Promise<readonly string[]> {
  if (lines.removed.length === 0) return [];
  const ids = lines.removed.map((line) => line.id);
  const claimed = await tx
    .select({ id: claimLines.orderLineId })
    .from(claimLines)
    .where(and(eq(claimLines.sellerId, sellerId), inArray(claimLines.orderLineId, ids)));
  const rewritten = new Set([...boxes.removed, ...boxes.changed].map((parcel) => parcel.id));
  const named = new Set([
    ...before.refunds.map((refund) => refund.lineId),
    ...before.parcels
      .filter((parcel) => !rewritten.has(parcel.id))
      .flatMap((parcel) => parcel.contents.map((content) => content.lineId)),
  ]);
  const claimedIds = new Set(claimed.map((row) => row.id));
  return lines.removed.filter((line) => claimedIds.has(line.id) || named.has(line.key)).map((line) => line.key);
}

/** New lines come before the parcels that hold them, removed ones go after. */
async function writeParts(tx: Transaction, key: OrderKey, before: KnownOrder, plan: OrderPlan): Promise<void> {
  const { sellerId, orderId } = key;
  const parts = new OrderParts();
  const rows = new Map(before.lines.map((line) => [line.lineId, line.id]));
  for (const line of plan.lines.added) rows.set(line.lineId, parts.addLine(key, line));
  for (const { id, to } of plan.lines.changed) {
    await tx
      .update(orderLines)
      .set(to)
      .where(and(eq(orderLines.sellerId, sellerId), eq(orderLines.id, id)));
  }
  const rowOf = rowFinder(rows);
  const rewritten = new Set([...plan.parcels.removed, ...plan.parcels.changed].map((parcel) => parcel.id));
  const dropped = before.parcels
    .filter(({ id, contents }) => rewritten.has(id) && contents.length > 0)
    .map(({ id }) => id);
  if (dropped.length > 0) {
    await tx.delete(parcelLines).where(and(eq(parcelLines.sellerId, sellerId), inArray(parcelLines.parcelId, dropped)));
  }
  await removeParcels(tx, sellerId, plan);
  for (const { id, to } of plan.parcels.changed) {
    const { contents, ...columns } = to;
    await tx
      .update(parcels)
      .set(columns)
      .where(and(eq(parcels.sellerId, sellerId), eq(parcels.id, id)));
    parts.addContents(key, id, contents, rowOf);
  }
  for (const parcel of plan.parcels.added) parts.addParcel(key, parcel, rowOf);
  parts.addRefunds(key, plan.newRefunds, rowOf);
  if (plan.payments) {
    await tx.delete(orderPayments).where(and(eq(orderPayments.sellerId, sellerId), eq(orderPayments.orderId, orderId)));
    parts.addPayments(key, plan.payments);
  }
  if (plan.discounts) {
    await tx
      .delete(orderDiscounts)
      .where(and(eq(orderDiscounts.sellerId, sellerId), eq(orderDiscounts.orderId, orderId)));
    parts.addDiscounts(key, plan.discounts);
  }
  await parts.write(tx);
  await removeLines(tx, sellerId, plan);
}

async function removeParcels(tx: Transaction, sellerId: string, { parcels: { removed } }: OrderPlan): Promise<void> {
  if (removed.length === 0) return;
  const ids = removed.map((parcel) => parcel.id);
  await tx.delete(parcels).where(and(eq(parcels.sellerId, sellerId), inArray(parcels.id, ids)));
}

async function removeLines(tx: Transaction, sellerId: string, { lines: { removed } }: OrderPlan): Promise<void> {
  if (removed.length === 0) return;
  const ids = removed.map((line) => line.id);
  await tx.delete(orderLines).where(and(eq(orderLines.sellerId, sellerId), inArray(orderLines.id, ids)));
}

/** The change fact by fact, and each delivery it tells of. */
function factsOf({ orderId, number, before }: ChangedOrder, plan: OrderPlan): WrittenChange["facts"] {
  if (plan.changes.length === 0) return [];
  const order = { orderId, number };
  const deliveredBefore = new Map(before.parcels.map((parcel) => [parcelKeyOf(parcel), parcel.deliveredAt]));
  const delivered = [...plan.parcels.added, ...plan.parcels.changed.map(({ to }) => to)].filter(
    (parcel) => parcel.deliveredAt !== null && deliveredBefore.get(parcelKeyOf(parcel)) !== parcel.deliveredAt,
  );
  return [
    { type: "order_changed", payload: { ...order, changes: plan.changes } },
    ...delivered.map(({ carrier, trackingNumber, deliveredAt }) => ({
      type: "parcel_delivered" as const,
      payload: { ...order, carrier, trackingNumber, deliveredAt },
    })),
  ];
}
