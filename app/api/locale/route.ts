import { LOCALE_COOKIE, localeFrom } from "@/lib/i18n/locale";
import { backWithCookies } from "@/lib/server/preference-cookies";

/** Changes the language of the screens; a plain form, so it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  return backWithCookies(request, { [LOCALE_COOKIE]: localeFrom(form.get("locale")) });
}
