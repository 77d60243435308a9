import { useTranslations } from "next-intl";
import { type Column, Table } from "@/app/_components/ui/table";
import type { SellerFigures } from "@/db/queries/seller-figures";
import { type FigureChoice, figureAddress } from "@/lib/compliance/period";
import { RateCell } from "./rate-cell";

type Props = {
  readonly rows: readonly SellerFigures[];
  readonly choice: FigureChoice;
  /** Stand after the seller's name. */
  readonly more?: readonly Column<SellerFigures>[];
};

/** The same figures seller by seller, each row leading to the clocks behind it. */
export function SellerTable({ rows, choice, more = [] }: Props) {
  const t = useTranslations("compliance");
  return (
    <section className="mb-6">
      <Table
        caption={t("by_seller")}
        narrow="scroll"
        rows={rows}
        rowKey={(row) => row.sellerId}
        columns={[
          {
            key: "seller",
            header: t("columns.seller"),
            isRowHeader: true,
            cell: (row) => (
              <a
                className="prose-link font-semibold"
                href={figureAddress("/conformite/delais", choice, { vendeur: row.sellerId })}
              >
                {row.name}
              </a>
            ),
          },
          ...more,
          { key: "received", header: t("columns.received"), align: "end", cell: (row) => row.received },
          { key: "due", header: t("columns.due"), align: "end", cell: (row) => row.due },
          { key: "met", header: t("columns.met"), align: "end", cell: (row) => row.met },
          { key: "overdue", header: t("columns.overdue"), align: "end", cell: (row) => row.overdue },
          {
            key: "rate",
            header: t("columns.rate"),
            align: "end",
            cell: (row) => <RateCell met={row.met} due={row.due} />,
          },
          {
            key: "promises",
            header: t("columns.promises"),
            align: "end",
            cell: (row) => <RateCell met={row.promisesKept} due={row.promisesDue} />,
          },
          {
            key: "requalified",
            header: t("columns.requalified"),
            align: "end",
            cell: (row) => t("beside.part_of", { part: row.requalified, whole: row.received }),
          },
        ]}
      />
    </section>
  );
}
