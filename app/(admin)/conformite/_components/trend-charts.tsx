import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/app/_components/charts/bar-chart";
import { ColumnChart } from "@/app/_components/charts/column-chart";
import { Table } from "@/app/_components/ui/table";
import type { Tone } from "@/app/_components/ui/tone";
import { SITUATIONS } from "@/lib/claims/claim";
import { type CountedRow, type OnTime, onTimeBy, timeLeftOf } from "@/lib/compliance/counted";
import type { LeftBand } from "@/lib/compliance/measure";
import { rateOf } from "@/lib/compliance/rate";
import { formatDay, formatPercent } from "@/lib/i18n/format";
import { situationTitle } from "@/lib/policy/situations";
import { FigureChart } from "./figure-chart";
import { RateCell } from "./rate-cell";

type Props = { readonly rows: readonly CountedRow[] };

/** How the figures of a choice lie: week by week, by situation, and by the time that was left. */
export function TrendCharts({ rows }: Props) {
  const t = useTranslations("compliance.charts");
  return (
    <section aria-labelledby="tendances" className="mb-6">
      <h2 id="tendances" className="mb-3 text-xl font-bold">
        {t("title")}
      </h2>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Weeks rows={rows} />
        <Situations rows={rows} />
        <TimesLeft rows={rows} />
      </div>
    </section>
  );
}

/** More would not be read. */
const MOST_WEEKS = 14;

function Weeks({ rows }: Props) {
  const t = useTranslations("compliance.charts");
  const locale = useLocale();
  const weeks = [...onTimeBy(rows, ({ week }) => week)].slice(-MOST_WEEKS);
  const nameOf = (week: string) => formatDay(week, locale, "short");
  const summary = t("weeks_summary", {
    count: weeks.length,
    first: weeks[0] ? percent(weeks[0][1], locale) : "",
    last: weeks.at(-1) ? percent(weeks.at(-1)?.[1], locale) : "",
  });
  return (
    <FigureChart
      title={t("weeks")}
      summary={summary}
      chart={
        <ColumnChart
          title={t("weeks")}
          summary={summary}
          columns={weeks.map(([week, figures]) => {
            const rate = rateOf(figures.met, figures.due);
            return {
              key: week,
              label: dayAndMonth(week),
              share: rate?.share ?? 0,
              words: percent(figures, locale),
              ...(rate ? { interval: { low: rate.low, high: rate.high } } : {}),
            };
          })}
        />
      }
      table={<RateTable caption={t("weeks")} head={t("week_of")} rows={weeks} nameOf={nameOf} />}
    />
  );
}

function Situations({ rows }: Props) {
  const t = useTranslations("compliance.charts");
  const locale = useLocale();
  const figures = onTimeBy(rows, ({ situation }) => situation);
  const known = SITUATIONS.flatMap((situation) => {
    const found = figures.get(situation);
    return found ? [[situation, found] as const] : [];
  });
  const nameOf = (situation: (typeof SITUATIONS)[number]) => situationTitle(situation)[locale];
  const least = known.toSorted(([, a], [, b]) => a.met / a.due - b.met / b.due)[0];
  const summary = least
    ? t("situations_summary", { situation: nameOf(least[0]), rate: percent(least[1], locale) })
    : t("nothing");
  return (
    <FigureChart
      title={t("situations")}
      summary={summary}
      chart={
        <BarChart
          title={t("situations")}
          summary={summary}
          bars={known.map(([situation, { met, due }]) => ({
            key: situation,
            label: nameOf(situation),
            share: met / due,
            words: t("rate_of", { rate: formatPercent(met / due, locale), due }),
          }))}
        />
      }
      table={<RateTable caption={t("situations")} head={t("situation")} rows={known} nameOf={nameOf} />}
    />
  );
}

const TONE_OF_BAND: Readonly<Record<LeftBand, Tone>> = {
  over_48: "fine",
  "24_48": "fine",
  "12_24": "fine",
  "4_12": "fine",
  "0_4": "soon",
  late_24: "late",
  late: "late",
};

function TimesLeft({ rows }: Props) {
  const t = useTranslations("compliance.charts");
  const bands = timeLeftOf(rows);
  const all = bands.reduce((total, { count }) => total + count, 0);
  const late = bands.filter(({ band }) => band.startsWith("late")).reduce((total, { count }) => total + count, 0);
  const most = Math.max(1, ...bands.map(({ count }) => count));
  const summary = t("left_summary", { count: all, late });
  return (
    <FigureChart
      title={t("left")}
      summary={summary}
      chart={
        <ColumnChart
          title={t("left")}
          summary={summary}
          columns={bands.map(({ band, count }) => ({
            key: band,
            label: t(`bands_short.${band}`),
            share: count / most,
            words: String(count),
            tone: TONE_OF_BAND[band],
          }))}
        />
      }
      table={
        <Table
          caption={t("left")}
          hideCaption
          rows={bands}
          rowKey={({ band }) => band}
          columns={[
            { key: "band", header: t("time_left"), isRowHeader: true, cell: ({ band }) => t(`bands.${band}`) },
            { key: "count", header: t("answers"), align: "end", cell: ({ count }) => count },
          ]}
        />
      }
    />
  );
}

function RateTable<Key extends string>({
  caption,
  head,
  rows,
  nameOf,
}: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly (readonly [Key, OnTime])[];
  readonly nameOf: (key: Key) => string;
}) {
  const t = useTranslations("compliance.columns");
  return (
    <Table
      caption={caption}
      hideCaption
      narrow="scroll"
      rows={rows}
      rowKey={([key]) => key}
      columns={[
        { key: "name", header: head, isRowHeader: true, cell: ([key]) => nameOf(key) },
        { key: "due", header: t("due"), align: "end", cell: ([, { due }]) => due },
        { key: "met", header: t("met"), align: "end", cell: ([, { met }]) => met },
        { key: "rate", header: t("rate"), align: "end", cell: ([, { met, due }]) => <RateCell met={met} due={due} /> },
      ]}
    />
  );
}

function percent(figures: OnTime | undefined, locale: ReturnType<typeof useLocale>): string {
  return figures ? formatPercent(figures.met / figures.due, locale) : "";
}

/** « 23/11 », short enough for the foot of a column in both languages. */
function dayAndMonth(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`;
}
