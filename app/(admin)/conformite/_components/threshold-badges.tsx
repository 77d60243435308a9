import { useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { type Held, isUnder, shareHeld, type Threshold } from "@/lib/compliance/threshold";
import { formatPercent } from "@/lib/i18n/format";

type Props = {
  readonly held: Held;
  readonly thresholds: readonly Pick<Threshold, "id" | "measure" | "atLeastBps" | "minSample">[];
};

/** Where a seller stands against each threshold in force, over the period of the page: under it, at it, or too few. */
export function ThresholdBadges({ held, thresholds }: Props) {
  const t = useTranslations("compliance.side_by_side.standing");
  const measures = useTranslations("alerts.measures");
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {thresholds.map((threshold) => {
        const { measure, minSample } = threshold;
        const words = { measure: measures(measure), rate: formatPercent(threshold.atLeastBps / 10_000, locale) };
        const { whole } = shareHeld(held, measure);
        if (whole < minSample) {
          return (
            <li key={threshold.id} className="text-ink-muted text-sm">
              {t("too_few", { ...words, sample: minSample })}
            </li>
          );
        }
        const isLow = isUnder(held, threshold);
        return (
          <li key={threshold.id}>
            <StatusBadge tone={isLow ? "late" : "fine"}>{t(isLow ? "under" : "held", words)}</StatusBadge>
          </li>
        );
      })}
    </ul>
  );
}
