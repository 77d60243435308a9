import type { z } from "zod";
import type { Instant } from "@/lib/calendar/instant";

/** Ten million euros in cents: sums of an order stay within a 32-bit integer. */
export const MOST_CENTS = 1_000_000_000;

type Context = z.core.$RefinementCtx;
type WithLines = {
  readonly lines: readonly {
    readonly lineId?: string | undefined;
    readonly sku: string;
    readonly quantity: number;
    readonly unitPriceCents: number;
  }[];
};
type WithParcels = {
  readonly parcels?:
    | readonly {
        readonly carrier: string;
        readonly trackingNumber: string;
        readonly lines?: readonly { readonly lineId: string }[] | undefined;
      }[]
    | undefined;
};
type WithRefunds = { readonly refunds?: readonly { readonly lineId?: string | undefined }[] | undefined };
type Dates = Partial<Readonly<Record<"shippedAt" | "availableAt" | "deliveredAt" | "returnedAt", Instant | undefined>>>;

/** The identifier of a line, which is its SKU when none was given. */
export function lineIdOf(line: { readonly lineId?: string | undefined; readonly sku: string }): string {
  return line.lineId ?? line.sku;
}

/** What tells the parcels of an order apart. */
export function parcelKeyOf(parcel: { readonly carrier: string; readonly trackingNumber: string }): string {
  return JSON.stringify([parcel.carrier, parcel.trackingNumber]);
}

/** Nothing happens to a parcel before it is dispatched. */
export function checkParcelDates(parcel: Dates, context: Context): void {
  const { shippedAt } = parcel;
  if (shippedAt === undefined) return;
  if (parcel.deliveredAt && parcel.deliveredAt < shippedAt)
    refuse(context, ["deliveredAt"], "delivered_before_dispatch");
  if (parcel.availableAt && parcel.availableAt < shippedAt)
    refuse(context, ["availableAt"], "available_before_dispatch");
  if (parcel.returnedAt && parcel.returnedAt < shippedAt) refuse(context, ["returnedAt"], "returned_before_dispatch");
}

/** A line is named once, and what parcels and refunds name exists. */
export function checkLineIds(order: WithLines & WithParcels & WithRefunds, context: Context): void {
  const known = new Set<string>();
  for (const [index, line] of order.lines.entries()) {
    if (known.has(lineIdOf(line))) refuse(context, ["lines", index, "lineId"], "duplicate_line_id");
    known.add(lineIdOf(line));
  }
  for (const { lineId, path } of lineReferences(order)) {
    if (!known.has(lineId)) refuse(context, path, "unknown_line_id");
  }
}

export function checkParcels({ parcels = [] }: WithParcels, context: Context): void {
  const known = new Set<string>();
  for (const [index, parcel] of parcels.entries()) {
    const key = parcelKeyOf(parcel);
    if (known.has(key)) refuse(context, ["parcels", index, "trackingNumber"], "duplicate_parcel");
    known.add(key);
  }
}

export function checkAmounts(order: WithLines & { readonly shippingCents: number }, context: Context): void {
  const total = order.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, order.shippingCents);
  if (total > MOST_CENTS) refuse(context, ["lines"], "total_too_big");
}

function lineReferences({ parcels = [], refunds = [] }: WithParcels & WithRefunds) {
  const ofParcels = parcels.flatMap((parcel, at) =>
    (parcel.lines ?? []).map(({ lineId }, index) => ({ lineId, path: ["parcels", at, "lines", index, "lineId"] })),
  );
  const ofRefunds = refunds.flatMap(({ lineId }, at) =>
    lineId === undefined ? [] : [{ lineId, path: ["refunds", at, "lineId"] }],
  );
  return [...ofParcels, ...ofRefunds];
}

function refuse(context: Context, path: (string | number)[], message: string): void {
  context.addIssue({ code: "custom", path, message });
}
