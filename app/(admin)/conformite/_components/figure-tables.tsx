import { ChartNoAxesColumn } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { type Column, Table } from "@/app/_components/ui/table";
import type { OnTimeRow } from "@/db/queries/compliance";
import { type FigureGroup, groupFigures } from "@/lib/compliance/group";
import { type FigureChoice, figureAddress } from "@/lib/compliance/period";
import { situationTitle } from "@/lib/policy/situations";
import { RateCell } from "./rate-cell";

type Props = { readonly rows: readonly OnTimeRow[]; readonly choice: FigureChoice };

/** The same figures by seller and by situation, each row leading to the claims behind it. */
export function FigureTables({ rows, choice }: Props) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  if (rows.length === 0) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t("nothing_due_title")}>
        {t("nothing_due")}
      </EmptyState>
    );
  }
  const idOf = (name: string | null) => rows.find((row) => row.sellerName === name)?.sellerId ?? "";
  const titleOf = ({ situation }: FigureGroup) => situationTitle(situation ?? "other")[locale];
  const link = (words: string, change: Readonly<Record<string, string>>) => (
    <a className="prose-link font-semibold" href={figureAddress("/conformite/delais", choice, change)}>
      {words}
    </a>
  );
  const counts: readonly Column<FigureGroup>[] = [
    { key: "due", header: t("columns.due"), align: "end", cell: (row) => row.due },
    { key: "met", header: t("columns.met"), align: "end", cell: (row) => row.met },
    { key: "missed", header: t("columns.missed"), align: "end", cell: (row) => row.due - row.met },
    { key: "overdue", header: t("columns.overdue"), align: "end", cell: (row) => row.overdue },
    { key: "rate", header: t("columns.rate"), align: "end", cell: (row) => <RateCell met={row.met} due={row.due} /> },
  ];
  return (
    <div className="mb-6 grid items-start gap-6 xl:grid-cols-2">
      <Table
        caption={t("by_seller")}
        rows={groupFigures(rows, "seller")}
        rowKey={(row) => row.seller ?? ""}
        columns={[
          {
            key: "seller",
            header: t("columns.seller"),
            isRowHeader: true,
            cell: (row) => link(row.seller ?? "", { vendeur: idOf(row.seller) }),
          },
          ...counts,
        ]}
      />
      <Table
        caption={t("by_situation")}
        rows={groupFigures(rows, "situation")}
        rowKey={(row) => row.situation ?? ""}
        columns={[
          {
            key: "situation",
            header: t("columns.situation"),
            isRowHeader: true,
            cell: (row) => link(titleOf(row), { situation: row.situation ?? "other" }),
          },
          ...counts,
        ]}
      />
    </div>
  );
}
