import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, localeFrom } from "./locale";
import { MESSAGES } from "./messages";

/** The words of this request. A signed-in member's own language is written to the same cookie at sign-in. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: MESSAGES[locale], timeZone: "Europe/Paris" };
});
