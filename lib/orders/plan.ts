import { canonicalJson, type Json } from "@/lib/journal/canonical";
import {
  type DiscountColumns,
  type LineColumns,
  lineColumns,
  type OrderColumns,
  orderColumns,
  type ParcelColumns,
  type ParcelContent,
  type PaymentColumns,
  parcelColumns,
  parcelContents,
  paymentColumns,
  type RefundColumns,
  refundColumns,
} from "@/lib/orders/columns";
import { parcelKeyOf } from "@/lib/orders/consistency";
import { unknownRefunds } from "@/lib/orders/refunds";
import type { OrderBody } from "@/lib/orders/schema";
import type { SellerVat } from "@/lib/orders/warnings";

/** An order as it is known before the change. */
export type KnownOrder = {
  readonly order: Omit<OrderColumns, "customerLocale"> & { readonly customerLocale: string };
  readonly lines: readonly (LineColumns & { readonly id: string })[];
  readonly parcels: readonly (ParcelColumns & {
    readonly id: string;
    readonly contents: readonly ParcelContent[];
    readonly recordedApart: boolean;
  })[];
  readonly payments: readonly PaymentColumns[];
  readonly refunds: readonly RefundColumns[];
  readonly discounts: readonly DiscountColumns[];
};

/** One fact that changes, as the journal tells it. */
export type Change = { readonly path: string; readonly from: Json; readonly to: Json };

type Merge<Columns> = {
  readonly added: readonly Columns[];
  readonly changed: readonly { readonly id: string; readonly to: Columns }[];
  readonly removed: readonly { readonly id: string; readonly key: string }[];
};

export type OrderPlan = {
  readonly order: OrderColumns;
  readonly lines: Merge<LineColumns>;
  readonly parcels: Merge<ParcelColumns & { readonly contents: readonly ParcelContent[] }>;
  readonly newRefunds: readonly RefundColumns[];
  /** Absent: as they were. */
  readonly payments?: readonly PaymentColumns[];
  readonly discounts?: readonly DiscountColumns[];
  readonly changes: readonly Change[];
};

/** What must be written for a known order to say what its body says. */
export function planOrderChange(known: KnownOrder, body: OrderBody, seller: SellerVat): OrderPlan {
  const order = { ...orderColumns(body), ...(body.externalInvoice ? {} : externalInvoiceOf(known)) };
  const lines = merge(
    known.lines,
    body.lines.map((line, index) => lineColumns(line, index + 1, seller)),
    (line) => line.lineId,
  );
  const parcels = planParcels(known, body.parcels);
  const newRefunds = unknownRefunds(known.refunds, (body.refunds ?? []).map(refundColumns));
  const payments = replaced(known.payments, body.payments?.map(paymentColumns));
  const discounts = replaced(known.discounts, body.discounts);
  return {
    order,
    lines,
    parcels,
    newRefunds,
    ...(payments ? { payments } : {}),
    ...(discounts ? { discounts } : {}),
    changes: [
      ...differences("", known.order, order),
      ...mergeChanges("lines", known.lines, lines, (line) => line.lineId),
      ...mergeChanges("parcels", known.parcels, parcels, (parcel) => parcel.trackingNumber),
      ...(newRefunds.length > 0 ? [{ path: "refunds", from: null, to: newRefunds }] : []),
      ...(payments ? [{ path: "payments", from: known.payments, to: payments }] : []),
      ...(discounts ? [{ path: "discounts", from: known.discounts, to: discounts }] : []),
    ],
  };
}

/** An invoice issued elsewhere stays one when a later body does not name it: the order is not invoiced again here. */
function externalInvoiceOf({ order: { externalInvoiceNumber, externalInvoiceOn } }: KnownOrder) {
  return { externalInvoiceNumber, externalInvoiceOn };
}

/** A parcel that was recorded by itself stays when the seller's list does not know it. */
function planParcels(known: KnownOrder, given: OrderBody["parcels"]): OrderPlan["parcels"] {
  if (given === undefined) return NOTHING;
  const wanted = given.map((parcel, index) => ({
    ...parcelColumns(parcel, index + 1),
    contents: parcelContents(parcel),
  }));
  const named = new Set(wanted.map(parcelKeyOf));
  const replaceable = known.parcels.filter((parcel) => !parcel.recordedApart || named.has(parcelKeyOf(parcel)));
  return merge(replaceable, wanted, parcelKeyOf);
}

const INVOICED = new Set([
  "currency",
  "shippingCents",
  "shippingVatRateBps",
  "discounts",
  "lines.sku",
  "lines.name",
  "lines.quantity",
  "lines.unitPriceCents",
  "lines.vatRateBps",
  "lines.vatScheme",
  "lines.ecoParticipationCents",
]);

/** Whether a change touches what an invoice of the order says: such a change asks for a credit note. */
export function changesInvoice(plan: OrderPlan): boolean {
  if (plan.lines.added.length > 0 || plan.lines.removed.length > 0) return true;
  return plan.changes.some(({ path }) => INVOICED.has(path.replace(/\[[^\]]*\]/, "")));
}

/** Whether a change touches what the customer's periods start from. */
export function changesDelivery({ changes }: OrderPlan): boolean {
  return changes.some(({ path }) => /^parcels\[.*\](\.deliveredAt)?$|^withdrawalInformed(On)?$/.test(path));
}

const NOTHING = { added: [], changed: [], removed: [] } as const;

function merge<Columns extends object>(
  known: readonly (Columns & { readonly id: string })[],
  wanted: readonly Columns[],
  keyOf: (columns: Columns) => string,
): Merge<Columns> {
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const kept = new Set(wanted.map(keyOf));
  return {
    added: wanted.filter((columns) => !byKey.has(keyOf(columns))),
    changed: wanted.flatMap((to) => {
      const row = byKey.get(keyOf(to));
      return row && differences("", row, to).length > 0 ? [{ id: row.id, to }] : [];
    }),
    removed: known.filter((row) => !kept.has(keyOf(row))).map((row) => ({ id: row.id, key: keyOf(row) })),
  };
}

function mergeChanges<Columns extends object>(
  name: string,
  known: readonly (Columns & { readonly id: string })[],
  { added, changed, removed }: Merge<Columns>,
  label: (columns: Columns) => string,
): readonly Change[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  const of = (columns: Columns) => `${name}[${label(columns)}]`;
  return [
    ...added.map((columns) => ({ path: of(columns), from: null, to: asJson(columns) })),
    ...changed.flatMap(({ id, to }) => differences(`${of(to)}.`, byId.get(id) ?? {}, to)),
    ...removed.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? [{ path: of(row), from: asJson(row), to: null }] : [];
    }),
  ];
}

function replaced<Item extends object>(
  known: readonly Item[],
  given: readonly Item[] | undefined,
): readonly Item[] | undefined {
  if (given === undefined) return undefined;
  const texts = (items: readonly Item[]) =>
    items
      .map((item) => canonicalJson(asJson(item)))
      .sort()
      .join("\n");
  return texts(known) === texts(given) ? undefined : given;
}

function differences(prefix: string, from: object, to: object): readonly Change[] {
  const before = new Map(Object.entries(from));
  return Object.entries(to).flatMap(([name, value]) => {
    const [old, fresh] = [asJson(before.get(name) ?? null), asJson(value)];
    return canonicalJson(old) === canonicalJson(fresh) ? [] : [{ path: `${prefix}${name}`, from: old, to: fresh }];
  });
}

/** Columns hold texts, numbers, booleans, nulls and lists of them: what JSON holds. */
function asJson(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
