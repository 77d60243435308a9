import type { PostalAddress } from "@/lib/orders/order";

/** An address on one line; the name it is addressed to is left out. */
export function addressLine({ line1, line2, postcode, city, country }: PostalAddress): string {
  const town = [postcode, city].filter(Boolean).join(" ");
  return [line1, line2, town, country === "FR" ? "" : country].filter(Boolean).join(", ");
}
