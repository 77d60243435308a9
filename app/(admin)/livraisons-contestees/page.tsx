import { PackageX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Table } from "@/app/_components/ui/table";
import { readerAt } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import { listOpenContests } from "@/db/queries/proof-contests";
import { toDate } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { contestStage } from "@/lib/evidence/proof-contest";
import { formatInstant } from "@/lib/i18n/format";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.contests"))("title") };
}

/** The deliveries customers deny, on which the operator has still to rule, longest waiting first. */
export default async function ContestsPage() {
  const scope = await requireAdmin();
  const [t, states, reader, contests] = await Promise.all([
    getTranslations("admin.contests"),
    getTranslations("claim.contest.states"),
    readerAt(currentTime()),
    listOpenContests(scope),
  ]);
  const today = localDay(reader.now, reader.zone);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: contests.length })} />
      <AuditorNotice scope={scope} />
      <Table
        caption={t("title")}
        hideCaption
        rows={contests}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={PackageX} title={t("empty_title")}>
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
                <Link href={`/conformite/reclamations/${row.claimId}#livraison-contestee`} className="prose-link">
                  {row.reference}
                </Link>
                <span className="block text-sm font-normal text-ink-muted">{row.orderNumber}</span>
              </>
            ),
          },
          { key: "seller", header: t("seller"), cell: (row) => row.sellerName },
          {
            key: "contested",
            header: t("contested"),
            cell: (row) => formatInstant(toDate(row.contestedAt), reader.zone, reader.locale, "long_without_year"),
          },
          { key: "attested", header: t("attested"), cell: (row) => t(row.attestedAt ? "yes" : "no") },
          {
            key: "stage",
            header: t("stage"),
            cell: (row) => {
              const stage = contestStage(row, today);
              return stage === "ruled" ? null : states(stage);
            },
          },
        ]}
      />
    </>
  );
}
