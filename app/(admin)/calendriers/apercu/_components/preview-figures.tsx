import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureGrid } from "@/app/_components/ui/figure";
import type { ShownCalendarPreview } from "@/db/queries/calendar-preview";
import { formatNumber } from "@/lib/i18n/format";

/** What the correction does, in one sentence and four figures. */
export function PreviewFigures({ preview }: { readonly preview: ShownCalendarPreview }) {
  const t = useTranslations("calendars.preview");
  const locale = useLocale();
  const { open, moved, later, earlier, becomeOverdue, noLongerOverdue } = preview;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="grid gap-stack">
      <p className="max-w-prose text-lg">{t("summary", { moved, open, overdue: becomeOverdue })}</p>
      <FigureGrid>
        <Figure label={t("figures.open")} value={number(open)} />
        <Figure
          label={t("figures.moved")}
          value={number(moved)}
          hint={t("figures.moved_hint", { later: number(later), earlier: number(earlier) })}
        />
        <Figure
          label={t("figures.become_overdue")}
          value={number(becomeOverdue)}
          {...(becomeOverdue > 0 ? { tone: "late", toneWords: t("claims.effects.become_overdue") } : {})}
        />
        <Figure label={t("figures.no_longer_overdue")} value={number(noLongerOverdue)} />
      </FigureGrid>
      <p className="max-w-prose text-ink-muted">{t("ended")}</p>
    </div>
  );
}
