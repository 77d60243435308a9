/** Cents, VAT included. */
export type OrderAmounts = {
  readonly lines: readonly { readonly quantity: number; readonly unitPriceCents: number }[];
  readonly shippingCents: number;
  readonly discounts: readonly { readonly amountCents: number; readonly fundedBy: "seller" | "marketplace" }[];
};

export type OrderTotals = {
  readonly goodsCents: number;
  readonly shippingCents: number;
  readonly discountCents: number;
  /** What the order is worth: the seller's discounts are off. */
  readonly totalCents: number;
  /** What the customer paid: the marketplace's discounts are off too. */
  readonly paidCents: number;
};

export function orderTotals({ lines, shippingCents, discounts }: OrderAmounts): OrderTotals {
  const goodsCents = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
  const offBy = (funder: "seller" | "marketplace") =>
    discounts.reduce((sum, discount) => sum + (discount.fundedBy === funder ? discount.amountCents : 0), 0);
  const [bySeller, byMarketplace] = [offBy("seller"), offBy("marketplace")];
  const totalCents = goodsCents + shippingCents - bySeller;
  return {
    goodsCents,
    shippingCents,
    discountCents: bySeller + byMarketplace,
    totalCents,
    paidCents: totalCents - byMarketplace,
  };
}
