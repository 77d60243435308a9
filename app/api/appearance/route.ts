import { DENSITY_COOKIE, densityFrom, THEME_COOKIE, themeFrom } from "@/lib/i18n/appearance";
import { postedForm } from "@/lib/server/posted-form";
import { backWithCookies } from "@/lib/server/preference-cookies";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";

const MAX_BYTES = 4_096;

/** Changes the theme and the density of the screens; a plain form, so it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const form = await postedForm(request, MAX_BYTES);
  return backWithCookies(request, {
    [THEME_COOKIE]: themeFrom(form?.get("theme")),
    [DENSITY_COOKIE]: densityFrom(form?.get("density")),
  });
}
