import { useLocale, useTranslations } from "next-intl";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import { Table } from "@/app/_components/ui/table";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { RETENTION, type RetentionKind } from "@/lib/compliance/retention";
import { originKind, originText } from "@/lib/deadlines/period";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { PurgeLine } from "@/lib/server/purge";

type Props = { readonly lines: readonly PurgeLine[]; readonly zone: ZoneId };

/** How long each kind of data is kept, from when, by which text, and what the next night takes away. */
export function RetentionTable({ lines, zone }: Props) {
  const t = useTranslations("privacy.retention");
  const kinds = useTranslations("privacy.kinds");
  const locale = useLocale();
  const rows: readonly RetentionKind[] = [...lines.map(({ kind }) => kind), "invoice"];
  const line = (kind: RetentionKind) => lines.find((one) => one.kind === kind);
  const before = (kind: RetentionKind) => line(kind)?.before;
  return (
    <Section id="durees" title={t("title")} lead={t("lead")}>
      <Table
        caption={t("table")}
        hideCaption
        rows={rows}
        rowKey={(kind) => kind}
        columns={[
          { key: "kind", header: t("kind"), isRowHeader: true, cell: (kind) => kinds(kind) },
          {
            key: "period",
            header: t("period"),
            cell: (kind) => {
              const { months } = RETENTION[kind];
              return months === null ? t("never") : t("months", { months });
            },
          },
          {
            key: "origin",
            header: t("origin"),
            cell: (kind) => (
              <>
                <OriginBadge origin={RETENTION[kind].origin} />
                {originKind(RETENTION[kind].origin) !== "law" && (
                  <span className="block text-sm">{originText(RETENTION[kind].origin)}</span>
                )}
                {"toVerify" in RETENTION[kind] && (
                  <span className="block text-ink-muted text-sm">{t("to_verify")}</span>
                )}
              </>
            ),
          },
          {
            key: "before",
            header: t("before"),
            cell: (kind) => {
              const at = before(kind);
              return at ? formatDay(localDay(at, zone), locale, "numeric") : "–";
            },
          },
          {
            key: "next",
            header: t("next"),
            align: "end",
            cell: (kind) => formatNumber(line(kind)?.count ?? 0, locale),
          },
        ]}
      />
    </Section>
  );
}
