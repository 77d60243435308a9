import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay } from "@/lib/calendar/zone";
import { readLinkedSpace } from "@/lib/server/linked-space";

/** What a customer's page is made of, read once per request; undefined when the link opens nothing. */
export const openCustomerPage = cache(async (token: string) => {
  const linked = await readLinkedSpace(token);
  if (!linked) return undefined;
  const { scope, space, now } = linked;
  const locale = await getLocale();
  const { postcode, country } = space.order.order.shippingAddress;
  const { zone } = territoryOf(postcode, country);
  return { token, scope, space, reader: { locale, zone, now, today: localDay(now, zone) } };
});

export type CustomerPage = NonNullable<Awaited<ReturnType<typeof openCustomerPage>>>;
/** Who reads: dates are told in their language, in the zone the order was delivered to. */
export type CustomerReader = CustomerPage["reader"];
