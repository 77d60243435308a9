import { findCustomerLocale } from "@/db/queries/customer-space";
import { currentTime } from "@/lib/server/clock";
import { openCustomerLink } from "@/lib/server/customer-link";

/** The language of the order a path's link opens; undefined for any other path. */
export async function customerLocaleOf(path: string): Promise<string | undefined> {
  const token = /^\/suivi\/([^/?]+)/.exec(path)?.[1];
  const scope = token && (await openCustomerLink(token, currentTime()));
  return scope ? findCustomerLocale(scope) : undefined;
}
