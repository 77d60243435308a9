import { and, eq, inArray } from "drizzle-orm";
import type { OrderImport, OrderRefusal, PreparedOrder } from "@/db/commands/imported-order";
import type { NewEvent } from "@/db/commands/journal";
import { abovePaidRefusal, paidByBody } from "@/db/commands/order-refunds";
import { type OrderKey, type OrderWrites, rowFinder } from "@/db/commands/order-writes";
import { readPromisedBeside } from "@/db/queries/promised-beside";
import { claimLines } from "@/db/schema/claims";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type ParcelColumns, type RefundColumns, refundColumns } from "@/lib/orders/columns";
import { parcelKeyOf } from "@/lib/orders/consistency";
import { changesDelivery, changesInvoice, type KnownOrder, type OrderPlan, planOrderChange } from "@/lib/orders/plan";
import { findRefundAbovePaid } from "@/lib/orders/refunds";
import type { SellerVat } from "@/lib/orders/warnings";
import { accepted, refused } from "@/lib/outcome";

/** What was written, and what it means for the journal and for open claims. */
export type WrittenChange = {
  readonly facts: readonly Pick<NewEvent, "type" | "payload">[];
  readonly newRefunds: readonly RefundColumns[];
  /** Parcels that are told to have left for the first time. */
  readonly leftParcels: readonly ParcelColumns[];
  readonly movesDelivery: boolean;
};

export type OrderChange = { readonly ok: true; readonly value: WrittenChange } | OrderRefusal;

type ChangedOrder = PreparedOrder & {
  readonly orderId: string;
  readonly before: KnownOrder & { readonly updatedAt: Instant };
  readonly seller: SellerVat;
};

/** Add what changed of one order to what is written; refused before anything is. */
export async function changeOrder(
  tx: Transaction,
  writes: OrderWrites,
  entry: ChangedOrder,
  { sellerId, now }: Pick<OrderImport, "sellerId" | "now">,
): Promise<OrderChange> {
  const key: OrderKey = { sellerId, orderId: entry.orderId };
  const plan = planOrderChange(entry.before, entry.body, entry.seller);
  const refusal = (await refusalOf(tx, key, entry.before, plan)) ?? (await refundRefusal(tx, key, entry, plan));
  if (refusal) return refusal;
  const updatedAt = plan.changes.length > 0 ? now : entry.before.updatedAt;
  writes.changeOrder({ ...plan.order, id: entry.orderId, factsHash: entry.hash, updatedAt });
  addParts(writes, entry, plan);
  return accepted({
    facts: factsOf(entry, plan),
    newRefunds: plan.newRefunds,
    leftParcels: leftParcels(entry.before, plan),
    movesDelivery: changesDelivery(plan),
  });
}

function leftParcels({ parcels: known }: KnownOrder, { parcels }: OrderPlan): readonly ParcelColumns[] {
  const waited = new Set(known.filter(({ shippedAt }) => shippedAt === null).map(({ id }) => id));
  return [...parcels.added, ...parcels.changed.filter(({ id }) => waited.has(id)).map(({ to }) => to)];
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

/** Judged on the order as it will be: a body may add a refund and the payment it gives back. */
async function refundRefusal(
  tx: Transaction,
  key: OrderKey,
  { before, body }: ChangedOrder,
  plan: OrderPlan,
): Promise<OrderRefusal | undefined> {
  if (plan.newRefunds.length === 0) return undefined;
  const paidCents = paidByBody(body, before);
  const besideCents = await readPromisedBeside(tx, key, paidCents);
  const given = (body.refunds ?? []).map(refundColumns);
  const above = findRefundAbovePaid(before.refunds, given, { paidCents, besideCents });
  return above && abovePaidRefusal(above, body.currency);
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

function addParts(writes: OrderWrites, { orderId, before }: ChangedOrder, plan: OrderPlan): void {
  const rows = new Map(before.lines.map((line) => [line.lineId, line.id]));
  for (const line of plan.lines.added) rows.set(line.lineId, writes.addLine(orderId, line));
  for (const { id, to } of plan.lines.changed) writes.changeLine(id, to);
  for (const { id } of plan.lines.removed) writes.removeLine(id);
  const rowOf = rowFinder(rows);
  for (const { id } of plan.parcels.removed) writes.removeParcel(id);
  for (const { id, to } of plan.parcels.changed) writes.changeParcel(orderId, id, to, rowOf);
  for (const parcel of plan.parcels.added) writes.addParcel(orderId, parcel, rowOf);
  writes.addRefunds(orderId, plan.newRefunds, rowOf);
  if (plan.payments) writes.replacePayments(orderId, plan.payments);
  if (plan.discounts) writes.replaceDiscounts(orderId, plan.discounts);
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
