import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { customerLocaleOf } from "@/lib/server/customer-locale";
import { isLocale, LOCALE_COOKIE, localeFrom } from "./locale";
import { MESSAGES } from "./messages";

/**
 * The words of this request: in the language the reader chose, which a signed-in member's own is written to at
 * sign-in; else, on a customer's page, in the language of the order.
 */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const path = (await headers()).get("x-path") ?? "";
  const locale = isLocale(chosen) ? chosen : localeFrom(await customerLocaleOf(path));
  return { locale, messages: MESSAGES[locale], timeZone: "Europe/Paris" };
});
