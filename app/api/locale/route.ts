import { LOCALE_COOKIE, localeFrom } from "@/lib/i18n/locale";
import { postedForm } from "@/lib/server/posted-form";
import { backWithCookies } from "@/lib/server/preference-cookies";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";

const MAX_BYTES = 4_096;

/** Changes the language of the screens; a plain form, so it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const form = await postedForm(request, MAX_BYTES);
  return backWithCookies(request, { [LOCALE_COOKIE]: localeFrom(form?.get("locale")) });
}
