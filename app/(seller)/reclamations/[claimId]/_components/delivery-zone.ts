import { territoryOf } from "@/lib/calendar/territories";
import type { ZoneId } from "@/lib/calendar/zone";
import type { PostalAddress } from "@/lib/orders/order";

/** Zone of the place of delivery: a carrier tells the hour of delivery as it was there. */
export function deliveryZone({ shippingAddress }: { readonly shippingAddress: PostalAddress }): ZoneId {
  return territoryOf(shippingAddress.postcode, shippingAddress.country).zone;
}
