import { useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/app/_components/ui/table";
import { BEHIND_SHARE } from "@/lib/compliance/behind";
import { answerTimesOf, type CountedRow, SHARES, type ShareKey, sharesOf } from "@/lib/compliance/counted";
import { formatMinutes } from "@/lib/i18n/time-left";
import { RateCell } from "./rate-cell";

type Props = {
  readonly rows: readonly CountedRow[];
  /** Address of the claims behind a figure; absent where they have no page. */
  readonly behind?: (name: string) => string;
};

/** What stands beside the on-time rate: each with its sample, its interval and what it means. */
export function BesideFigures({ rows, behind }: Props) {
  const t = useTranslations("compliance.beside");
  const locale = useLocale();
  const shares = sharesOf(rows);
  const times = answerTimesOf(rows);
  const columns: readonly Column<ShareKey>[] = [
    {
      key: "name",
      header: t("figure"),
      isRowHeader: true,
      cell: (key) => (
        <>
          {t(`names.${key}`)}
          <span className="block text-sm font-normal text-ink-muted">{t(`meanings.${key}`)}</span>
        </>
      ),
    },
    {
      key: "part",
      header: t("count"),
      align: "end",
      cell: (key) => t("part_of", { part: shares[key].part, whole: shares[key].whole }),
    },
    {
      key: "rate",
      header: t("rate"),
      align: "end",
      cell: (key) => <RateCell met={shares[key].part} due={shares[key].whole} />,
    },
  ];
  const claims: Column<ShareKey> = {
    key: "claims",
    header: t("claims"),
    cell: (key) =>
      behind && BEHIND_SHARE[key] && shares[key].part > 0 ? (
        <a className="prose-link" href={behind(key)}>
          {t("see")} <span className="sr-only">{t("claims_of", { name: t(`names.${key}`) })}</span>
        </a>
      ) : (
        "–"
      ),
  };
  return (
    <section className="mb-6">
      <h2 className="mb-3 text-xl font-bold">{t("title")}</h2>
      <p className="mb-3">
        {times
          ? t("answer_times", {
              p50: formatMinutes(times.p50, locale),
              p90: formatMinutes(times.p90, locale),
              p95: formatMinutes(times.p95, locale),
              count: times.sample,
            })
          : t("no_answer_times")}
      </p>
      <Table
        caption={t("title")}
        hideCaption
        rows={SHARES}
        rowKey={(key) => key}
        columns={behind ? [...columns, claims] : columns}
      />
    </section>
  );
}
