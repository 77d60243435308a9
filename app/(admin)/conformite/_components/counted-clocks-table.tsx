import { SearchX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Table } from "@/app/_components/ui/table";
import type { listCountedClocks } from "@/db/queries/compliance";
import { formatDay } from "@/lib/i18n/format";
import { useClockColumns } from "./clock-columns";

type Counted = Awaited<ReturnType<typeof listCountedClocks>>[number];

/** The clocks behind a figure, each with how it ended. */
export function CountedClocksTable({ clocks }: { readonly clocks: readonly Counted[] }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const clockColumns = useClockColumns();
  return (
    <Table
      caption={t("behind_title")}
      hideCaption
      rows={clocks}
      rowKey={(row) => row.clockId}
      empty={
        <EmptyState icon={SearchX} title={t("nothing_due_title")}>
          {t("nothing_due")}
        </EmptyState>
      }
      columns={[
        ...clockColumns,
        { key: "due", header: t("columns.due_on"), cell: (row) => formatDay(row.dueOn, locale, "short") },
        {
          key: "outcome",
          header: t("columns.outcome"),
          cell: (row) => (
            <StatusBadge tone={row.met ? "fine" : "late"}>
              {t(row.met ? "outcome_met" : row.stoppedAt ? "outcome_late" : "outcome_overdue")}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
}
