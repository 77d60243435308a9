import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Table } from "@/app/_components/ui/table";
import type { findLastCheck } from "@/db/queries/figure-check";
import { formatInstant, formatNumber } from "@/lib/i18n/format";

type Check = Awaited<ReturnType<typeof findLastCheck>>;

/** When all figures were last recomputed from the journal, and an alert with what differed. */
export function CheckNotice({ check, zone }: { readonly check: Check; readonly zone: string }) {
  const t = useTranslations("compliance.check");
  const locale = useLocale();
  if (!check) return <p className="mt-6 text-sm text-ink-muted">{t("never")}</p>;
  const at = formatInstant(new Date(check.startedAt), zone, locale, "short");
  if (check.isEqual) {
    const facts = { at, figures: formatNumber(check.figures, locale), events: formatNumber(check.events, locale) };
    return <p className="mt-6 text-sm text-ink-muted">{t("equal", facts)}</p>;
  }
  return (
    <div className="mb-6">
      <Alert kind="danger" title={t("differs_title")}>
        {t("differs", { at, count: check.differences.length })}
      </Alert>
      <div className="mt-3">
        <Table
          caption={t("differences")}
          narrow="scroll"
          rows={check.differences.slice(0, 20)}
          rowKey={(row) => `${row.sellerId} ${row.cell}`}
          columns={[
            { key: "cell", header: t("cell"), isRowHeader: true, cell: (row) => row.cell },
            { key: "kept", header: t("kept"), align: "end", cell: (row) => row.kept },
            { key: "journal", header: t("journal"), align: "end", cell: (row) => row.journal },
          ]}
        />
      </div>
    </div>
  );
}
