import { SITUATIONS } from "@/lib/claims/claim";
import {
  answerTimesOf,
  type CountedRow,
  type OnTime,
  onTimeBy,
  onTimeOf,
  SHARES,
  sharesOf,
  timeLeftOf,
} from "@/lib/compliance/counted";
import { rateOf } from "@/lib/compliance/rate";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { situationTitle } from "@/lib/policy/situations";
import type { RegisterCell, RegisterTable } from "@/lib/server/register/register-table";

type Words = ReturnType<typeof translatorFor>;

const text = (value: string): RegisterCell => ({ kind: "text", text: value });
const count = (value: number): RegisterCell => ({ kind: "count", value });

/** All the figures of a choice as tables, for a spreadsheet and for a printed report. */
export function reportTables(rows: readonly CountedRow[], locale: Locale): readonly RegisterTable[] {
  const t = translatorFor(locale);
  return [mainTable(rows, t, locale), situationTable(rows, t, locale), weekTable(rows, t, locale), leftTable(rows, t)];
}

function mainTable(rows: readonly CountedRow[], t: Words, locale: Locale): RegisterTable {
  const { due, met } = onTimeOf(rows);
  const shares = sharesOf(rows);
  const times = answerTimesOf(rows);
  const line = (name: string, part: number, whole: number) => [
    text(name),
    count(part),
    count(whole),
    ...rateCells(part, whole, locale),
  ];
  return {
    name: t("compliance.report.figures"),
    head: [
      t("compliance.beside.figure"),
      t("compliance.report.part"),
      t("compliance.report.whole"),
      t("compliance.report.rate"),
      t("compliance.report.low"),
      t("compliance.report.high"),
    ],
    rows: [
      line(t("compliance.on_time_rate"), met, due),
      ...SHARES.map((key) => line(t(`compliance.beside.names.${key}`), shares[key].part, shares[key].whole)),
      ...(times ? ([50, 90, 95] as const).map((share) => timeLine(share, times, t)) : []),
    ],
  };
}

function timeLine(share: 50 | 90 | 95, times: NonNullable<ReturnType<typeof answerTimesOf>>, t: Words) {
  const minutes = { 50: times.p50, 90: times.p90, 95: times.p95 }[share];
  return [
    text(t("compliance.report.minutes", { share })),
    count(minutes),
    count(times.sample),
    text(""),
    text(""),
    text(""),
  ];
}

function situationTable(rows: readonly CountedRow[], t: Words, locale: Locale): RegisterTable {
  const figures = onTimeBy(rows, ({ situation }) => situation);
  const known = SITUATIONS.flatMap((situation) => {
    const found = figures.get(situation);
    return found ? [[situationTitle(situation)[locale], found] as const] : [];
  });
  return rateTable(t("compliance.charts.situations"), t("compliance.charts.situation"), known, t, locale);
}

function weekTable(rows: readonly CountedRow[], t: Words, locale: Locale): RegisterTable {
  const weeks = [...onTimeBy(rows, ({ week }) => week)];
  return rateTable(t("compliance.charts.weeks"), t("compliance.charts.week_of"), weeks, t, locale);
}

function rateTable(
  name: string,
  head: string,
  lines: readonly (readonly [string, OnTime])[],
  t: Words,
  locale: Locale,
): RegisterTable {
  return {
    name,
    head: [
      head,
      t("compliance.columns.due"),
      t("compliance.columns.met"),
      t("compliance.columns.missed"),
      t("compliance.report.rate"),
      t("compliance.report.low"),
      t("compliance.report.high"),
    ],
    rows: lines.map(([key, { due, met, missed }]) => [
      text(key),
      count(due),
      count(met),
      count(missed),
      ...rateCells(met, due, locale),
    ]),
  };
}

function leftTable(rows: readonly CountedRow[], t: Words): RegisterTable {
  return {
    name: t("compliance.charts.left"),
    head: [t("compliance.charts.time_left"), t("compliance.charts.answers")],
    rows: timeLeftOf(rows).map(({ band, count: answers }) => [
      text(t(`compliance.charts.bands.${band}`)),
      count(answers),
    ]),
  };
}

/** In per cent, with the interval the sample leaves open; empty without a sample. */
function rateCells(part: number, whole: number, locale: Locale): readonly RegisterCell[] {
  const rate = rateOf(part, whole);
  const cell = (share: number | undefined) => text(share === undefined ? "" : formatNumber(share * 100, locale, 1));
  return [cell(rate?.share), cell(rate?.low), cell(rate?.high)];
}
