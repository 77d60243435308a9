import { uuidv7 } from "uuidv7";
import type { OrderImport, PreparedOrder } from "@/db/commands/imported-order";
import { chunked, OrderParts, rowFinder } from "@/db/commands/order-rows";
import { orders } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import {
  lineColumns,
  orderColumns,
  parcelColumns,
  parcelContents,
  paymentColumns,
  refundColumns,
} from "@/lib/orders/columns";
import type { SellerVat } from "@/lib/orders/warnings";

type Run = Pick<OrderImport, "sellerId" | "now">;

/** @returns the ids of the new orders by their number */
export async function insertOrders(
  tx: Transaction,
  { sellerId, now }: Run,
  seller: SellerVat,
  entries: readonly PreparedOrder[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(entries.map((entry) => [entry.number, uuidv7()]));
  const idOf = rowFinder(ids);
  const rows = entries.map(({ number, body, hash, channel }) => ({
    ...orderColumns(body),
    sellerId,
    id: idOf(number),
    number,
    channelId: channel,
    externalId: body.externalId ?? null,
    factsHash: hash,
    createdAt: now,
    updatedAt: now,
  }));
  for (const chunk of chunked(rows)) await tx.insert(orders).values(chunk);
  const parts = new OrderParts();
  for (const entry of entries) addParts(parts, { sellerId, orderId: idOf(entry.number) }, seller, entry);
  await parts.write(tx);
  return ids;
}

function addParts(
  parts: OrderParts,
  key: { readonly sellerId: string; readonly orderId: string },
  seller: SellerVat,
  { body }: PreparedOrder,
): void {
  const lines = body.lines.map((line, index) => lineColumns(line, index + 1, seller));
  const rowOf = rowFinder(new Map(lines.map((line) => [line.lineId, parts.addLine(key, line)])));
  for (const [index, parcel] of (body.parcels ?? []).entries()) {
    parts.addParcel(key, { ...parcelColumns(parcel, index + 1), contents: parcelContents(parcel) }, rowOf);
  }
  parts.addPayments(key, (body.payments ?? []).map(paymentColumns));
  parts.addRefunds(key, (body.refunds ?? []).map(refundColumns), rowOf);
  parts.addDiscounts(key, body.discounts ?? []);
}
