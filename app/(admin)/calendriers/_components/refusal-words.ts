import { getTranslations } from "next-intl/server";
import type { CalendarChangeRefusal } from "@/db/commands/calendar-changes";

/** Why a correction is refused, in words; the common reasons are the form's own. */
export async function refusalWords(): Promise<Readonly<Record<Exclude<CalendarChangeRefusal, "not_allowed">, string>>> {
  const t = await getTranslations("calendars.reasons");
  return {
    already_corrected: t("already_corrected"),
    already_holiday: t("already_holiday"),
    not_a_holiday: t("not_a_holiday"),
    nothing_to_withdraw: t("nothing_to_withdraw"),
    nothing_worked: t("nothing_worked"),
    calendar_changed: t("calendar_changed"),
    figures_changed: t("figures_changed"),
  };
}
