import { carrierByName } from "@/lib/carriers/carrier";
import { checkTrackingNumber } from "@/lib/carriers/tracking";
import { checkVatRates, VAT_WARNINGS } from "@/lib/invoices/vat-rates";
import type { PostalAddress, VatScheme } from "@/lib/orders/order";
import type { OrderBody } from "@/lib/orders/schema";
import { shippingVatScheme } from "@/lib/orders/shipping-vat";
import type { VatRegime } from "@/lib/sellers/legal-identity";

/** What is doubtful in an order: said, never changed, never refused. */
export const ORDER_WARNINGS = [
  ...VAT_WARNINGS,
  "unknown_carrier",
  "doubtful_tracking_number",
  "dispatched_before_order",
  "no_email",
] as const;
export type OrderWarningCode = (typeof ORDER_WARNINGS)[number];

export type OrderWarning = { readonly code: OrderWarningCode; readonly path: readonly (string | number)[] };

/** What an order is judged against; unknown while the seller has not filled its identity in. */
export type SellerVat = {
  readonly vatRegime?: VatRegime | undefined;
  readonly address?: Pick<PostalAddress, "country" | "postcode"> | undefined;
};

/** Where goods leave from when nobody said. */
const MAINLAND = { country: "FR", postcode: "" } as const;
const SHIPPING = "shipping";

export function orderWarnings(body: OrderBody, seller: SellerVat): readonly OrderWarning[] {
  return [
    ...vatWarnings(body, seller),
    ...parcelWarnings(body),
    ...(body.customer.email === undefined ? [{ code: "no_email", path: ["customer", "email"] } as const] : []),
  ];
}

/** The scheme of a line that names none: a seller in franchise who charges nothing is taken at its word. */
export function vatSchemeOf(
  line: { readonly vatScheme?: VatScheme | undefined; readonly vatRateBps: number },
  { vatRegime }: SellerVat,
): VatScheme {
  return line.vatScheme ?? (vatRegime === "franchise" && line.vatRateBps === 0 ? "franchise" : "standard");
}

/** An order as its VAT is judged: a body that comes in, or the rows kept of it. */
export type TaxedOrder = {
  readonly lines: readonly { readonly vatScheme?: VatScheme | undefined; readonly vatRateBps: number }[];
  readonly shippingCents: number;
  readonly shippingVatRateBps: number;
  readonly shipFrom?: Pick<PostalAddress, "country" | "postcode"> | null | undefined;
  readonly shippingAddress: Pick<PostalAddress, "country" | "postcode">;
};

/** Doubts about the VAT of an order, at most one for each line and one for its delivery. */
export function vatWarnings(body: TaxedOrder, seller: SellerVat): readonly OrderWarning[] {
  const goods = body.lines.map((line, index) => ({
    lineId: String(index),
    vatScheme: vatSchemeOf(line, seller),
    vatRateBps: line.vatRateBps,
  }));
  const shipping = {
    lineId: SHIPPING,
    vatScheme: shippingVatScheme(body.shippingVatRateBps, goods),
    vatRateBps: body.shippingVatRateBps,
  };
  return checkVatRates({
    shipFrom: body.shipFrom ?? seller.address ?? MAINLAND,
    deliveredTo: body.shippingAddress,
    vatRegime: seller.vatRegime,
    lines: body.shippingCents > 0 ? [...goods, shipping] : goods,
  }).map(({ lineId, code }) => ({
    code,
    path: lineId === SHIPPING ? ["shippingVatRateBps"] : ["lines", Number(lineId), "vatRateBps"],
  }));
}

function parcelWarnings({ parcels = [], placedAt }: OrderBody): readonly OrderWarning[] {
  return parcels.flatMap((parcel, index): OrderWarning[] => {
    const carrier = carrierByName(parcel.carrier);
    const at = (field: string) => ["parcels", index, field];
    const isOdd = carrier.id !== "other" && checkTrackingNumber(carrier, parcel.trackingNumber) !== "ok";
    return [
      ...(carrier.id === "other" ? [{ code: "unknown_carrier", path: at("carrier") } as const] : []),
      ...(isOdd ? [{ code: "doubtful_tracking_number", path: at("trackingNumber") } as const] : []),
      ...(parcel.shippedAt && parcel.shippedAt < placedAt
        ? [{ code: "dispatched_before_order", path: at("shippedAt") } as const]
        : []),
    ];
  });
}
