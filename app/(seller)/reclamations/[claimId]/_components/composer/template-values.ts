import type { ClaimPage } from "@/db/queries/claim-page";
import { dayIn, formatDay, formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { TemplateValues } from "@/lib/replies/templates";
import { deliveryZone } from "../delivery-zone";
import type { Reader } from "../reader";

/** What the seller's ready-made messages say of this claim, in its customer's language. */
export function templateValues(page: ClaimPage, { now }: Reader, locale: Locale): TemplateValues {
  const { claim, order, lines, seller, marketplace, clocks } = page;
  const zone = deliveryZone(order.order);
  const day = (at: string) => formatDay(dayIn(new Date(at), zone), locale);
  const about = order.lines.filter(({ id }) => lines.length === 0 || lines.some((line) => line.orderLineId === id));
  const parcel = order.parcels.at(-1);
  const due = clocks.find(({ kind, stoppedAt, cancelledAt }) => kind === "reply" && !stoppedAt && !cancelledAt);
  return {
    customerName: order.order.customerName,
    customerFirstName: order.order.customerName.split(/\s+/)[0] ?? "",
    sellerName: seller.name,
    marketplaceName: marketplace.name,
    orderNumber: order.order.number,
    claimReference: claim.reference,
    itemNames: formatList(
      about.map(({ name }) => name),
      locale,
    ),
    today: day(now),
    ...(parcel ? parcelValues(parcel) : {}),
    ...(parcel?.deliveredAt ? { deliveredOn: day(parcel.deliveredAt) } : {}),
    ...(due ? { replyDueOn: formatDay(due.dueOn, locale) } : {}),
  };
}

function parcelValues({ carrier, trackingNumber }: { readonly carrier: string; readonly trackingNumber: string }) {
  return { carrier, trackingNumber, parcel: `${carrier} ${trackingNumber}` };
}
