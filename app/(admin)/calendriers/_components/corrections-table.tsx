import { CalendarCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Table } from "@/app/_components/ui/table";
import type { Correction } from "@/db/queries/calendar-corrections";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { ChangeWords } from "./change-words";
import { CorrectionState } from "./correction-state";
import { OverrideGround } from "./override-ground";

type Props = { readonly corrections: readonly Correction[]; readonly zone: string };

/** Every correction ever made, last first: what changed, on what ground, by whom, and what it moved. */
export function CorrectionsTable({ corrections, zone }: Props) {
  const t = useTranslations("calendars.corrections");
  const names = useTranslations("admin.marketplace.calendars");
  const locale = useLocale();
  return (
    <Table
      caption={t("title")}
      hideCaption
      rows={corrections}
      rowKey={({ version }) => String(version)}
      empty={
        <EmptyState icon={CalendarCheck} title={t("none_title")}>
          {t("none")}
        </EmptyState>
      }
      columns={[
        {
          key: "number",
          header: t("number_column"),
          isRowHeader: true,
          cell: ({ version }) => (
            <a className="prose-link whitespace-nowrap" href={`/calendriers/corrections/${version}`}>
              {t("number", { version })}
            </a>
          ),
        },
        {
          key: "what",
          header: t("what"),
          cell: (row) => (
            <span className="grid justify-items-start gap-1 max-md:justify-items-end">
              <span>
                {names(row.calendar)}. <ChangeWords draft={row} />
              </span>
              <OverrideGround override={row} />
            </span>
          ),
        },
        { key: "by", header: t("by"), cell: ({ author }) => author ?? t("unknown_author") },
        {
          key: "at",
          header: t("at"),
          cell: ({ createdAt }) => formatInstant(new Date(createdAt), zone, locale, "numeric"),
        },
        { key: "moved", header: t("moved"), align: "end", cell: ({ run }) => formatNumber(run.moved, locale) },
        { key: "state", header: t("state"), cell: (row) => <CorrectionState correction={row} all={corrections} /> },
      ]}
    />
  );
}
