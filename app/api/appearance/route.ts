import { DENSITY_COOKIE, densityFrom, THEME_COOKIE, themeFrom } from "@/lib/i18n/appearance";
import { backWithCookies } from "@/lib/server/preference-cookies";

/** Changes the theme and the density of the screens; a plain form, so it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  return backWithCookies(request, {
    [THEME_COOKIE]: themeFrom(form.get("theme")),
    [DENSITY_COOKIE]: densityFrom(form.get("density")),
  });
}
