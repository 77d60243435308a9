import { useTranslations } from "next-intl";
import { Table } from "@/app/_components/ui/table";
import type { RequalificationRate } from "@/db/queries/requalification-rates";
import { RateCell } from "./rate-cell";

/** How often each seller said that its customers had chosen the wrong situation. */
export function RequalificationRates({ rows }: { readonly rows: readonly RequalificationRate[] }) {
  const t = useTranslations("compliance.requalified");
  if (rows.length === 0) return null;
  return (
    <section id="requalifications" className="mb-6">
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.sellerId}
        columns={[
          { key: "seller", header: t("seller"), isRowHeader: true, cell: (row) => row.sellerName },
          { key: "received", header: t("received"), align: "end", cell: (row) => row.received },
          { key: "requalified", header: t("requalified"), align: "end", cell: (row) => row.requalified },
          {
            key: "rate",
            header: t("rate"),
            align: "end",
            cell: (row) => <RateCell met={row.requalified} due={row.received} />,
          },
        ]}
      />
    </section>
  );
}
