import { getTranslations } from "next-intl/server";
import { Table } from "@/app/_components/ui/table";

const RECORDED = ["order", "claim", "proof", "invoice", "account", "security"] as const;
const KEPT = ["claim", "proof", "invoice", "contract", "account", "identity", "security", "link"] as const;

/** What is recorded, why, and what allows it. */
export async function RecordedTable() {
  const t = await getTranslations("legal.privacy.recorded");
  return (
    <Table
      caption={t("table")}
      hideCaption
      narrow="scroll"
      rows={RECORDED}
      rowKey={(row) => row}
      columns={[
        { key: "data", header: t("data"), isRowHeader: true, cell: (row) => t(`rows.${row}.data`) },
        { key: "purpose", header: t("purpose"), cell: (row) => t(`rows.${row}.purpose`) },
        { key: "basis", header: t("basis"), cell: (row) => t(`rows.${row}.basis`) },
      ]}
    />
  );
}

/** How long each kind of data is kept. */
export async function KeptTable() {
  const t = await getTranslations("legal.privacy.kept");
  return (
    <Table
      caption={t("table")}
      hideCaption
      narrow="scroll"
      rows={KEPT}
      rowKey={(row) => row}
      columns={[
        { key: "data", header: t("data"), isRowHeader: true, cell: (row) => t(`rows.${row}.data`) },
        { key: "active", header: t("active"), cell: (row) => t(`rows.${row}.active`) },
        { key: "archive", header: t("archive"), cell: (row) => t(`rows.${row}.archive`) },
      ]}
    />
  );
}
