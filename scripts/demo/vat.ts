import { isExportWithinFrance, isWithoutVat, vatTerritory } from "@/lib/invoices/vat-territory";
import type { PostalAddress } from "@/lib/orders/order";
import type { DemoSeller, Product } from "./sellers";

/** The VAT a careful seller charges for this product and this destination (CGI, art. 294). */
export function vatOf({ vatScheme, shipFrom }: DemoSeller, { vatRateBps }: Product, to: PostalAddress) {
  const [from, reached] = [vatTerritory(shipFrom), vatTerritory(to)];
  const isExempt = vatScheme === "standard" && (isWithoutVat(reached) || isExportWithinFrance(from, reached));
  if (isExempt) return { vatScheme: "exempt_dom", vatRateBps: 0 } as const;
  return { vatScheme, vatRateBps: reached === "corsica" && vatRateBps === 550 ? 210 : vatRateBps } as const;
}
