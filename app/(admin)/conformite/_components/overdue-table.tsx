import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Table } from "@/app/_components/ui/table";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { listOverdueClaims } from "@/db/queries/compliance";
import type { Instant } from "@/lib/calendar/instant";
import { formatDay } from "@/lib/i18n/format";
import { timeLeft } from "@/lib/i18n/time-left";
import { useClockColumns } from "./clock-columns";

type Overdue = Awaited<ReturnType<typeof listOverdueClaims>>[number];

/** Claims with a period that is over and unanswered, longest first. */
export function OverdueTable({ claims, now }: { readonly claims: readonly Overdue[]; readonly now: Instant }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const clockColumns = useClockColumns();
  return (
    <div id="en-retard">
      <h2 className="mb-3 text-xl font-bold">{t("overdue_title")}</h2>
      <Table
        caption={t("overdue_title")}
        hideCaption
        rows={claims}
        rowKey={(row) => `${row.claimId}-${row.clockKind}`}
        empty={
          <EmptyState icon={CircleCheck} title={t("overdue_none")}>
            {t("overdue_empty")}
          </EmptyState>
        }
        columns={[
          ...clockColumns,
          {
            key: "due",
            header: t("columns.due_on"),
            cell: (row) => (
              <TimeLeft
                tone="late"
                words={timeLeft(new Date(row.dueBefore), new Date(now), locale)}
                date={formatDay(row.dueOn, locale, "long_without_year")}
                dateTime={row.dueOn}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
