import { useLocale, useTranslations } from "next-intl";
import type { OverrideDraft } from "@/lib/calendar/override";
import { formatDay } from "@/lib/i18n/format";

/** « Le mardi 24 novembre 2026 devient férié (Jour de deuil national). » */
export function ChangeWords({ draft }: { readonly draft: Pick<OverrideDraft, "change" | "day" | "name"> }) {
  const t = useTranslations("calendars.change");
  const locale = useLocale();
  const day = formatDay(draft.day, locale);
  const words = locale === "en" ? day.charAt(0).toUpperCase() + day.slice(1) : day;
  return t(draft.change, { day: words, name: draft.name?.[locale] ?? "" });
}
