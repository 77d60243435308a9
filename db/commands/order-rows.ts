import { uuidv7 } from "uuidv7";
import { orderDiscounts, orderPayments, orderRefunds } from "@/db/schema/order-money";
import { orderLines, parcelLines, parcels } from "@/db/schema/orders";
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

/** Everything under an order, ready to be written: rows of many orders gather here, then go out a few statements. */
export class OrderParts {
  readonly #lines: (typeof orderLines.$inferInsert)[] = [];
  readonly #parcels: (typeof parcels.$inferInsert)[] = [];
  readonly #contents: (typeof parcelLines.$inferInsert)[] = [];
  readonly #payments: (typeof orderPayments.$inferInsert)[] = [];
  readonly #refunds: (typeof orderRefunds.$inferInsert)[] = [];
  readonly #discounts: (typeof orderDiscounts.$inferInsert)[] = [];

  /** @returns the row's id, by which parcels and refunds name the line */
  addLine(key: OrderKey, line: LineColumns): string {
    const id = uuidv7();
    this.#lines.push({ ...key, ...line, id });
    return id;
  }

  addParcel(key: OrderKey, { contents, ...parcel }: NewParcel, rowOf: RowOf) {
    const id = uuidv7();
    this.#parcels.push({ ...key, ...parcel, id });
    this.addContents(key, id, contents, rowOf);
  }

  addContents(key: OrderKey, parcelId: string, contents: readonly ParcelContent[], rowOf: RowOf) {
    for (const { lineId, quantity } of contents) {
      this.#contents.push({ ...key, parcelId, orderLineId: rowOf(lineId), quantity });
    }
  }

  addPayments(key: OrderKey, list: readonly PaymentColumns[]) {
    this.#payments.push(...list.map((payment) => ({ ...key, ...payment, id: uuidv7() })));
  }

  addRefunds(key: OrderKey, list: readonly RefundColumns[], rowOf: RowOf) {
    for (const { lineId, ...refund } of list) {
      this.#refunds.push({ ...key, ...refund, id: uuidv7(), orderLineId: lineId === null ? null : rowOf(lineId) });
    }
  }

  addDiscounts(key: OrderKey, list: readonly DiscountColumns[]) {
    this.#discounts.push(...list.map((discount) => ({ ...key, ...discount, id: uuidv7() })));
  }

  async write(tx: Transaction): Promise<void> {
    for (const rows of chunked(this.#lines)) await tx.insert(orderLines).values(rows);
    for (const rows of chunked(this.#parcels)) await tx.insert(parcels).values(rows);
    for (const rows of chunked(this.#contents)) await tx.insert(parcelLines).values(rows);
    for (const rows of chunked(this.#payments)) await tx.insert(orderPayments).values(rows);
    for (const rows of chunked(this.#refunds)) await tx.insert(orderRefunds).values(rows);
    for (const rows of chunked(this.#discounts)) await tx.insert(orderDiscounts).values(rows);
  }
}

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

/** PostgreSQL takes 65,535 parameters a statement; the widest of these tables has 17 columns. */
const ROWS_PER_STATEMENT = 2000;

export function chunked<Item>(items: readonly Item[], size = ROWS_PER_STATEMENT): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
