import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureGrid } from "@/app/_components/ui/figure";
import { type CountedRow, type OpenNow, onTimeOf } from "@/lib/compliance/counted";
import type { CountedOutcome } from "@/lib/compliance/figures";
import { rateOf } from "@/lib/compliance/rate";
import { formatPercent } from "@/lib/i18n/format";

type Props = {
  readonly rows: readonly CountedRow[];
  readonly open: OpenNow;
  /** Address of the clocks behind a figure; absent where they have no page. */
  readonly behind?: (outcome: CountedOutcome) => string;
};

/** The whole choice in figures, and what is awaited now; the rate stands beside its sample and its interval. */
export function OnTimeFigures({ rows, open, behind }: Props) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const { due, met, missed } = onTimeOf(rows);
  const rate = rateOf(met, due);
  const link = (outcome: CountedOutcome) =>
    behind && (
      <a className="prose-link" href={behind(outcome)}>
        {t("see_claims")}
      </a>
    );
  const toList = (
    <a className="prose-link" href="#en-retard">
      {t("see_overdue")}
    </a>
  );
  return (
    <section aria-label={t("figures")} className="mb-6">
      <FigureGrid>
        <Figure
          label={t("on_time_rate")}
          value={rate ? formatPercent(rate.share, locale) : t("no_rate")}
          sample={t("sample", { count: due })}
          hint={
            rate
              ? t("interval", { low: formatPercent(rate.low, locale), high: formatPercent(rate.high, locale) })
              : t("no_sample")
          }
        />
        <Figure label={t("met")} value={met} hint={link("met")} />
        <Figure label={t("missed")} value={missed} hint={link("missed")} />
        <Figure
          label={t("overdue_now")}
          value={open.overdue}
          tone={open.overdue > 0 ? "late" : "fine"}
          toneWords={open.overdue > 0 ? t("overdue_some") : t("overdue_none")}
          hint={toList}
        />
        <Figure label={t("now.soon")} value={open.soon} hint={t("now.soon_hint")} />
        <Figure
          label={t("now.late_refunds")}
          value={open.lateRefunds}
          tone={open.lateRefunds > 0 ? "late" : "fine"}
          toneWords={open.lateRefunds > 0 ? t("overdue_some") : t("overdue_none")}
          hint={t("now.late_refunds_hint")}
        />
      </FigureGrid>
    </section>
  );
}
