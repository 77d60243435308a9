import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { insertMany, updateMany } from "@/db/commands/bulk";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { orderLines, orders, parcelLines, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import type {
  DiscountColumns,
  LineColumns,
  ParcelColumns,
  ParcelContent,
  PaymentColumns,
  RefundColumns,
} from "@/lib/orders/columns";

export type OrderKey = { readonly sellerId: string; readonly orderId: string };

type NewParcel = ParcelColumns & { readonly contents: readonly ParcelContent[]; readonly recordedApart?: boolean };
type ChangedOrder = Partial<typeof orders.$inferInsert> & { readonly id: string };

/** The row of a line by the identifier the seller gave it. */
export type RowOf = (lineId: string) => string;

/** A look-up that throws: the schema has checked that every line named exists. */
export function rowFinder(rows: ReadonlyMap<string, string>): RowOf {
  return (lineId) => {
    const id = rows.get(lineId);
    if (id === undefined) throw new Error(`The order has no line ${lineId}`);
    return id;
  };
}

/** What is to be written of one seller's orders: gathered over a batch, then a few statements whatever its size. */
export class OrderWrites {
  readonly #sellerId: string;
  readonly #orders: (typeof orders.$inferInsert)[] = [];
  readonly #changedOrders: (ChangedOrder & { sellerId: string })[] = [];
  readonly #lines: (typeof orderLines.$inferInsert)[] = [];
  readonly #changedLines: (LineColumns & { sellerId: string; id: string })[] = [];
  readonly #removedLines: string[] = [];
  readonly #parcels: (typeof parcels.$inferInsert)[] = [];
  readonly #changedParcels: (ParcelColumns & { sellerId: string; id: string })[] = [];
  readonly #removedParcels: string[] = [];
  readonly #emptiedParcels: string[] = [];
  readonly #contents: (typeof parcelLines.$inferInsert)[] = [];
  readonly #payments: (typeof orderPayments.$inferInsert)[] = [];
  readonly #ordersWithNewPayments: string[] = [];
  readonly #refunds: (typeof orderRefunds.$inferInsert)[] = [];
  readonly #discounts: (typeof orderDiscounts.$inferInsert)[] = [];
  readonly #ordersWithNewDiscounts: string[] = [];

  constructor(sellerId: string) {
    this.#sellerId = sellerId;
  }

  addOrder(order: Omit<typeof orders.$inferInsert, "sellerId">) {
    this.#orders.push({ ...order, sellerId: this.#sellerId });
  }

  changeOrder(order: ChangedOrder) {
    this.#changedOrders.push({ ...order, sellerId: this.#sellerId });
  }

  /** @returns the row's id, by which parcels and refunds name the line */
  addLine(orderId: string, line: LineColumns): string {
    const id = uuidv7();
    this.#lines.push({ ...line, sellerId: this.#sellerId, orderId, id });
    return id;
  }

  changeLine(id: string, line: LineColumns) {
    this.#changedLines.push({ ...line, sellerId: this.#sellerId, id });
  }

  /** Nothing may name the line any more once everything else is written. */
  removeLine(id: string) {
    this.#removedLines.push(id);
  }

  addParcel(orderId: string, { contents, recordedApart = false, ...parcel }: NewParcel, rowOf: RowOf) {
    const id = uuidv7();
    this.#parcels.push({ ...parcel, recordedApart, sellerId: this.#sellerId, orderId, id });
    this.#addContents(orderId, id, contents, rowOf);
  }

  changeParcel(orderId: string, id: string, { contents, ...parcel }: NewParcel, rowOf: RowOf) {
    this.#changedParcels.push({ ...parcel, sellerId: this.#sellerId, id });
    this.#emptiedParcels.push(id);
    this.#addContents(orderId, id, contents, rowOf);
  }

  removeParcel(id: string) {
    this.#removedParcels.push(id);
  }

  addPayments(orderId: string, list: readonly PaymentColumns[]) {
    this.#payments.push(...list.map((payment) => ({ ...payment, sellerId: this.#sellerId, orderId, id: uuidv7() })));
  }

  replacePayments(orderId: string, list: readonly PaymentColumns[]) {
    this.#ordersWithNewPayments.push(orderId);
    this.addPayments(orderId, list);
  }

  addRefunds(orderId: string, list: readonly RefundColumns[], rowOf: RowOf) {
    for (const { lineId, ...refund } of list) {
      const orderLineId = lineId === null ? null : rowOf(lineId);
      this.#refunds.push({ ...refund, orderLineId, sellerId: this.#sellerId, orderId, id: uuidv7() });
    }
  }

  addDiscounts(orderId: string, list: readonly DiscountColumns[]) {
    this.#discounts.push(...list.map((discount) => ({ ...discount, sellerId: this.#sellerId, orderId, id: uuidv7() })));
  }

  replaceDiscounts(orderId: string, list: readonly DiscountColumns[]) {
    this.#ordersWithNewDiscounts.push(orderId);
    this.addDiscounts(orderId, list);
  }

  /** New lines come before the parcels that hold them, removed ones go last. */
  async write(tx: Transaction): Promise<void> {
    await insertMany(tx, orders, this.#orders);
    await updateMany(tx, orders, this.#changedOrders);
    await insertMany(tx, orderLines, this.#lines);
    await updateMany(tx, orderLines, this.#changedLines);
    await this.#writeParcels(tx);
    await this.#writeMoney(tx);
    if (this.#removedLines.length > 0) {
      await tx
        .delete(orderLines)
        .where(and(eq(orderLines.sellerId, this.#sellerId), inArray(orderLines.id, this.#removedLines)));
    }
  }

  async #writeParcels(tx: Transaction): Promise<void> {
    const emptied = [...this.#emptiedParcels, ...this.#removedParcels];
    if (emptied.length > 0) {
      await tx
        .delete(parcelLines)
        .where(and(eq(parcelLines.sellerId, this.#sellerId), inArray(parcelLines.parcelId, emptied)));
    }
    if (this.#removedParcels.length > 0) {
      await tx
        .delete(parcels)
        .where(and(eq(parcels.sellerId, this.#sellerId), inArray(parcels.id, this.#removedParcels)));
    }
    await updateMany(tx, parcels, this.#changedParcels);
    await insertMany(tx, parcels, this.#parcels);
    await insertMany(tx, parcelLines, this.#contents);
  }

  async #writeMoney(tx: Transaction): Promise<void> {
    const of = (table: typeof orderPayments | typeof orderDiscounts, orderIds: readonly string[]) =>
      and(eq(table.sellerId, this.#sellerId), inArray(table.orderId, [...orderIds]));
    if (this.#ordersWithNewPayments.length > 0) {
      await tx.delete(orderPayments).where(of(orderPayments, this.#ordersWithNewPayments));
    }
    if (this.#ordersWithNewDiscounts.length > 0) {
      await tx.delete(orderDiscounts).where(of(orderDiscounts, this.#ordersWithNewDiscounts));
    }
    await insertMany(tx, orderPayments, this.#payments);
    await insertMany(tx, orderRefunds, this.#refunds);
    await insertMany(tx, orderDiscounts, this.#discounts);
  }

  #addContents(orderId: string, parcelId: string, contents: readonly ParcelContent[], rowOf: RowOf) {
    for (const { lineId, quantity } of contents) {
      this.#contents.push({ sellerId: this.#sellerId, orderId, parcelId, orderLineId: rowOf(lineId), quantity });
    }
  }
}
