import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureGrid } from "@/app/_components/ui/figure";
import type { OnTimeRow } from "@/db/queries/compliance";
import type { CountedOutcome } from "@/lib/compliance/figures";
import { groupFigures } from "@/lib/compliance/group";
import { type FigureChoice, figureAddress, ISSUES } from "@/lib/compliance/period";
import { rateOf } from "@/lib/compliance/rate";
import { formatPercent } from "@/lib/i18n/format";

type Props = { readonly rows: readonly OnTimeRow[]; readonly overdueNow: number; readonly choice: FigureChoice };

/** The whole choice in four figures; the rate stands beside its sample and its interval. */
export function OnTimeFigures({ rows, overdueNow, choice }: Props) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const [total] = groupFigures(rows, "none");
  const { due = 0, met = 0 } = total ?? {};
  const rate = rateOf(met, due);
  const behind = (outcome: CountedOutcome) => (
    <a className="prose-link" href={figureAddress("/conformite/delais", choice, { issue: ISSUES[outcome] })}>
      {t("see_claims")}
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
        <Figure label={t("met")} value={met} hint={behind("met")} />
        <Figure label={t("missed")} value={due - met} hint={behind("missed")} />
        <Figure
          label={t("overdue_now")}
          value={overdueNow}
          tone={overdueNow > 0 ? "late" : "fine"}
          toneWords={overdueNow > 0 ? t("overdue_some") : t("overdue_none")}
          hint={
            <a className="prose-link" href="#en-retard">
              {t("see_overdue")}
            </a>
          }
        />
      </FigureGrid>
    </section>
  );
}
