import { useTranslations } from "next-intl";
import { Table } from "@/app/_components/ui/table";
import type { ContestFigures } from "@/db/queries/proof-contests";

/** How often the customers of each seller denied the delivery, and what was ruled. */
export function ContestTable({ rows }: { readonly rows: readonly ContestFigures[] }) {
  const t = useTranslations("compliance.contests");
  if (rows.length === 0) return null;
  return (
    <section id="livraisons-contestees" className="mb-6">
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.sellerId}
        columns={[
          { key: "seller", header: t("seller"), isRowHeader: true, cell: (row) => row.sellerName },
          { key: "sent", header: t("sent"), align: "end", cell: (row) => row.sent },
          { key: "contested", header: t("contested"), align: "end", cell: (row) => row.contested },
          { key: "upheld", header: t("upheld"), align: "end", cell: (row) => row.upheld },
          { key: "overturned", header: t("overturned"), align: "end", cell: (row) => row.overturned },
          {
            key: "waiting",
            header: t("waiting"),
            align: "end",
            cell: (row) => row.contested - row.upheld - row.overturned,
          },
        ]}
      />
    </section>
  );
}
