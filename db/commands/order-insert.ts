import { uuidv7 } from "uuidv7";
import type { PreparedOrder } from "@/db/commands/imported-order";
import { type OrderWrites, rowFinder } from "@/db/commands/order-writes";
import type { Instant } from "@/lib/calendar/instant";
import {
  lineColumns,
  orderColumns,
  parcelColumns,
  parcelContents,
  paymentColumns,
  refundColumns,
} from "@/lib/orders/columns";
import { unknownRefunds } from "@/lib/orders/refunds";
import type { SellerVat } from "@/lib/orders/warnings";

/** Add a new order and everything under it to what is written. @returns its id */
export function addOrder(
  writes: OrderWrites,
  { number, body, hash, channel }: PreparedOrder,
  { seller, now }: { readonly seller: SellerVat; readonly now: Instant },
): string {
  const id = uuidv7();
  writes.addOrder({
    ...orderColumns(body),
    id,
    number,
    channelId: channel,
    externalId: body.externalId ?? null,
    factsHash: hash,
    createdAt: now,
    updatedAt: now,
  });
  const lines = body.lines.map((line, index) => lineColumns(line, index + 1, seller));
  const rowOf = rowFinder(new Map(lines.map((line) => [line.lineId, writes.addLine(id, line)])));
  for (const [index, parcel] of (body.parcels ?? []).entries()) {
    writes.addParcel(id, { ...parcelColumns(parcel, index + 1), contents: parcelContents(parcel) }, rowOf);
  }
  writes.addPayments(id, (body.payments ?? []).map(paymentColumns));
  writes.addRefunds(id, unknownRefunds([], (body.refunds ?? []).map(refundColumns)), rowOf);
  writes.addDiscounts(id, body.discounts ?? []);
  return id;
}
