import type { VatScheme } from "@/lib/orders/order";

type TaxedLine = { readonly vatScheme: VatScheme; readonly vatRateBps: number };

/** Delivery follows the scheme of the lines it has its rate in common with: of new and second-hand goods, one is taxed. */
export function shippingVatScheme(rateBps: number, lines: readonly TaxedLine[]): VatScheme {
  const alike = lines.find((line) => line.vatRateBps === rateBps);
  return (alike ?? lines.find((line) => line.vatRateBps > 0) ?? lines[0])?.vatScheme ?? "standard";
}
