import { getLocale, getTranslations } from "next-intl/server";
import { type InvoiceRun, targetOf } from "@/db/queries/invoice-runs";
import { addDays } from "@/lib/calendar/civil-day";
import { formatDay } from "@/lib/i18n/format";

/** What a run was asked to issue, in words: the days of the orders, or how many were chosen. */
export async function runTitle(run: InvoiceRun): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("invoices.run"), getLocale()]);
  const target = targetOf(run);
  if ("orderNumbers" in target) return t("of_chosen", { count: target.orderNumbers.length });
  const { from, before } = target.period;
  return t("of_period", {
    first: formatDay(from, locale, "numeric"),
    last: formatDay(addDays(before, -1), locale, "numeric"),
  });
}
