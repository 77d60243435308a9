import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Table } from "@/app/_components/ui/table";
import type { Viewing } from "@/db/queries/viewings";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";

/** When the operator looked at the product as this seller sees it, and why. */
export async function OperatorLooks({ looks, zone }: { readonly looks: readonly Viewing[]; readonly zone: string }) {
  const [t, format] = await Promise.all([getTranslations("members.looks"), readerFormat(zone)]);
  return (
    <Section id="consultations" title={t("title")} lead={t("lead")}>
      <Table
        caption={t("table")}
        hideCaption
        rows={looks}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-muted">{t("none")}</p>}
        columns={[
          {
            key: "started",
            header: t("started"),
            isRowHeader: true,
            cell: ({ startedAt }) => format.instant(toDate(startedAt), "numeric"),
          },
          {
            key: "ended",
            header: t("ended"),
            cell: ({ endedAt }) => (endedAt ? format.instant(toDate(endedAt), "numeric") : "–"),
          },
          { key: "reason", header: t("reason"), cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  );
}
