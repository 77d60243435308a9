import { LifeBuoy } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Table } from "@/app/_components/ui/table";
import { situationTitles } from "@/app/(seller)/reclamations/_components/situation-title";
import { type Reader, readerAt } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import { type EscalatedClaim, listEscalatedClaims } from "@/db/queries/escalations";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { timeLeft } from "@/lib/i18n/time-left";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.help"))("title") };
}

/** The claims a customer or a seller put before the operator, longest waiting first. */
export default async function HelpPage() {
  const scope = await requireAdmin();
  const [t, reader, claims, titleOf] = await Promise.all([
    getTranslations("admin.help"),
    readerAt(currentTime()),
    listEscalatedClaims(scope),
    situationTitles(),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: claims.length })} />
      <AuditorNotice scope={scope} />
      <Table
        caption={t("title")}
        hideCaption
        rows={claims}
        rowKey={(row) => row.claimId}
        empty={
          <EmptyState icon={LifeBuoy} title={t("empty_title")}>
            {t("empty")}
          </EmptyState>
        }
        columns={[
          {
            key: "claim",
            header: t("claim"),
            isRowHeader: true,
            cell: (row) => (
              <>
                <Link href={`/conformite/reclamations/${row.claimId}`} className="prose-link">
                  {titleOf(row.situation, row.phase).title}
                </Link>
                <span className="block text-sm font-normal text-ink-muted">
                  {row.reference} · {row.orderNumber}
                </span>
              </>
            ),
          },
          { key: "seller", header: t("seller"), cell: (row) => row.sellerName },
          { key: "asked", header: t("asked"), cell: (row) => asked(row, reader, t) },
          {
            key: "due",
            header: t("due"),
            cell: ({ nextDueBefore }) =>
              nextDueBefore ? timeLeft(toDate(nextDueBefore), new Date(reader.now), reader.locale) : t("no_due"),
          },
        ]}
      />
    </>
  );
}

function asked(row: EscalatedClaim, reader: Reader, t: Awaited<ReturnType<typeof getTranslations<"admin.help">>>) {
  const at = formatInstant(toDate(row.askedAt), reader.zone, reader.locale, "long_without_year");
  return t("asked_by", { at, by: row.askedBy });
}
