import { getLocale, getTranslations } from "next-intl/server";
import type { CalendarDay } from "./ui/calendar-day";
import { Card } from "./ui/card";
import { DayStrip } from "./ui/day-strip";

/** A worked example with the two clocks of a parcel that did not come: asked on 10 November 2026, the 11th is a holiday. */
export async function CountedDays() {
  const [t, locale] = await Promise.all([getTranslations("landing.example"), getLocale()]);
  const request: CalendarDay = { date: "2026-11-10", state: "start", note: t("request") };
  const reply: readonly CalendarDay[] = [
    request,
    { date: "2026-11-11", state: "rest", note: t("holiday") },
    { date: "2026-11-12", state: "counted", number: 1, note: t("counted", { number: 1 }) },
    { date: "2026-11-13", state: "due", number: 2, note: t("last") },
  ];
  const proof: readonly CalendarDay[] = [
    request,
    ...[11, 12, 13, 14, 15, 16].map((day, index) => ({
      date: `2026-11-${day}`,
      state: "counted" as const,
      number: index + 1,
      note: t("counted", { number: index + 1 }),
    })),
    { date: "2026-11-17", state: "due", number: 7, note: t("last") },
  ];
  return (
    <section aria-labelledby="exemple">
      <Card className="shadow-raised">
        <h2 id="exemple" className="text-sm font-semibold text-accent-ink">
          {t("title")}
        </h2>
        <p className="mt-1 text-lg font-bold">{t("situation")}</p>
        <p className="text-ink-muted">{t("asked")}</p>
        <h3 className="mt-5 mb-2 font-semibold">{t("reply")}</h3>
        <DayStrip label={t("reply")} days={reply} locale={locale} />
        <p className="mt-2 text-ink-muted">{t("reply_text")}</p>
        <h3 className="mt-5 mb-2 font-semibold">{t("proof")}</h3>
        <DayStrip label={t("proof")} days={proof} locale={locale} />
        <p className="mt-2 text-ink-muted">{t("proof_text")}</p>
      </Card>
    </section>
  );
}
