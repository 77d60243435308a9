import { lengthInWords } from "@/lib/deadlines/rule-words";
import { formatPercent } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import type { PolicyChange } from "@/lib/policy/diff";
import type { PolicyThreshold } from "@/lib/policy/policy";

/** What a version changes, in one sentence each; in the language asked, whatever the page's is. */
export function changeWords(change: PolicyChange, locale: Locale): string {
  const t = translatorFor(locale);
  switch (change.kind) {
    case "period": {
      const words = ({ length, unit }: typeof change.from) => lengthInWords(length ?? 0, unit, locale);
      const values = { period: t(`clock.kinds.${change.period}`), from: words(change.from), to: words(change.to) };
      return t("policy.changes.period", values);
    }
    case "silent_days":
    case "link_days":
      return t(`policy.changes.${change.kind}`, { from: change.from, to: change.to });
    case "demand_waived":
    case "demand_made":
      return t(`policy.changes.${change.kind}`, { demand: t(`policy.demands.${change.demand}`) });
    case "threshold": {
      const measure = t(`alerts.measures.${change.measure}`);
      const { from, to } = change;
      if (!from) return to ? t("policy.changes.threshold_set", { measure, to: thresholdWords(to, locale) }) : "";
      if (!to) return t("policy.changes.threshold_dropped", { measure, from: thresholdWords(from, locale) });
      const words = { measure, from: thresholdWords(from, locale), to: thresholdWords(to, locale) };
      return t("policy.changes.threshold_moved", words);
    }
  }
}

/** « au moins 95 % sur 30 jours, dès 20 échus » */
export function thresholdWords({ atLeastBps, days, minSample }: PolicyThreshold, locale: Locale): string {
  const rate = formatPercent(atLeastBps / 10_000, locale);
  return translatorFor(locale)("policy.changes.threshold", { rate, days, sample: minSample });
}
