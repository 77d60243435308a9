import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DENSITIES, DENSITY_COOKIE, densityFrom, THEME_COOKIE, THEMES, themeFrom } from "@/lib/i18n/appearance";
import { Button } from "./ui/button";

/** Light or dark, comfortable or compact: a plain form, so the choice holds without JavaScript and never flashes. */
export async function AppearanceForm() {
  const [t, jar] = await Promise.all([getTranslations("ui.appearance"), cookies()]);
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value);
  const density = densityFrom(jar.get(DENSITY_COOKIE)?.value);
  return (
    <form method="post" action="/api/appearance" className="grid gap-2">
      <label className="grid gap-0.5 text-sm font-semibold">
        {t("theme")}
        <select name="theme" defaultValue={theme} className="control font-normal">
          {THEMES.map((value) => (
            <option key={value} value={value}>
              {t(`themes.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-0.5 text-sm font-semibold">
        {t("density")}
        <select name="density" defaultValue={density} className="control font-normal">
          {DENSITIES.map((value) => (
            <option key={value} value={value}>
              {t(`densities.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="secondary" size="small">
        {t("apply")}
      </Button>
    </form>
  );
}
