import { useLocale, useTranslations } from "next-intl";
import { rateOf } from "@/lib/compliance/rate";
import { formatPercent } from "@/lib/i18n/format";

/** A rate with the interval its sample leaves open; no sample, no rate. */
export function RateCell({ met, due }: { readonly met: number; readonly due: number }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const rate = rateOf(met, due);
  if (!rate) return t("no_rate");
  return (
    <>
      <strong>{formatPercent(rate.share, locale)}</strong>
      <span className="block text-sm text-ink-muted">
        {t("interval_short", { low: formatPercent(rate.low, locale), high: formatPercent(rate.high, locale) })}
      </span>
    </>
  );
}
