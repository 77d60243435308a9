import { getTranslations } from "next-intl/server";
import type { CalendarDay } from "@/app/_components/ui/calendar-day";
import type { DayLine } from "@/app/_components/ui/day-lines";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { MonthCalendar } from "@/app/_components/ui/month-calendar";
import type { ClaimPage } from "@/db/queries/claim-page";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { localDay } from "@/lib/calendar/zone";
import { type Explanation, explainClock } from "@/lib/deadlines/explain";
import type { TraceDay } from "@/lib/deadlines/trace";
import { formatDay } from "@/lib/i18n/format";
import { ClockHistory } from "./clock-history";
import type { Reader } from "./reader";

/** A guarantee spans twenty-five months: of a long period the first month and the last one are drawn. */
const MONTHS_DRAWN = 3;

type Props = { readonly clock: ClaimPage["clocks"][number]; readonly page: ClaimPage; readonly reader: Reader };

/** Why this date: one sentence, and the days counted one by one. */
export async function ClockExplanation({ clock, page, reader }: Props) {
  const t = await getTranslations("clock");
  const { locale, zone } = reader;
  const explanation = explainClock(clock, {
    rule: page.policy.content.deadlines.rules[clock.kind],
    calendarOf: correctedCalendars(page.calendarOverrides, clock.calendarVersion),
    situation: page.claim.situation,
    contractOn: localDay(page.order.order.placedAt, clock.zone),
    readerZone: zone,
  });
  const days = explanation.days.map((day) => calendarDay(day, explanation, { t, locale }));
  return (
    <Disclosure summary={t("why")} className="mt-1 text-sm">
      <p className="mb-2 first-letter:uppercase">{explanation.sentence[locale]}</p>
      <ClockHistory clock={clock} page={page} reader={reader} />
      {explanation.toVerify && <p className="mb-2 text-ink-muted">{t("to_verify")}</p>}
      <div className="flex flex-wrap gap-4 overflow-x-auto">
        {monthsOf(days).map((month) => (
          <MonthCalendar
            key={month}
            month={month}
            days={days.filter((day) => day.date.startsWith(month))}
            locale={locale}
            listed={(line) => runWords(line, { t, locale })}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function monthsOf(days: readonly CalendarDay[]): readonly string[] {
  const months = [...new Set(days.map((day) => day.date.slice(0, 7)))];
  return months.length <= MONTHS_DRAWN ? months : [...months.slice(0, 1), ...months.slice(-1)];
}

type Telling = { readonly t: Awaited<ReturnType<typeof getTranslations<"clock">>>; readonly locale: "fr" | "en" };

function calendarDay(traced: TraceDay, { dueOn, period }: Explanation, { t, locale }: Telling): CalendarDay {
  const { day: date, ordinal, reason } = traced;
  const isDue = date === dueOn;
  const isInMonths = period?.unit === "month";
  const rest = traced.holiday?.[locale] ?? (traced.rest && t(`rests.${traced.rest}`));
  if (reason === "day_zero") return { date, state: "start", note: t("days.start") };
  if (isDue) return { date, state: "due", number: ordinal, note: lastNote(traced, isInMonths, t) };
  if (!traced.counted) return { date, state: "rest", note: t("days.rest", { rest: rest ?? "" }) };
  const counted = { date, state: "counted", number: ordinal } as const;
  if (isInMonths) return { ...counted, note: t("days.month", { number: ordinal ?? 0 }) };
  if (!traced.holiday) return { ...counted, note: t("days.counted", { number: ordinal ?? 0 }) };
  const note = t("days.counted_holiday", { number: ordinal ?? 0, holiday: traced.holiday[locale] });
  return { ...counted, note, isRemarkable: true };
}

function runWords({ first, last }: DayLine, { t, locale }: Telling) {
  const [from, to] = [first, last].map(({ date }) => formatDay(date, locale, "long_without_year"));
  return {
    days: t("days.run", { from: from ?? "", to: to ?? "" }),
    note: t("days.run_counted", { first: first.number ?? 0, last: last.number ?? 0 }),
  };
}

function lastNote({ reason, ordinal }: TraceDay, isInMonths: boolean, t: Telling["t"]): string {
  if (reason === "rolled_to") return t("days.rolled");
  if (ordinal === undefined) return t("days.last");
  return t(isInMonths ? "days.month_last" : "days.counted_last", { number: ordinal });
}
