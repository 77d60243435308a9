import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Table } from "@/app/_components/ui/table";
import { listMarkedClaims } from "@/db/queries/marked-claims";
import { findMarketplace } from "@/db/queries/marketplace";
import { zoneId } from "@/lib/calendar/zone";
import { BEHIND_SHARE } from "@/lib/compliance/behind";
import { SHARES } from "@/lib/compliance/counted";
import { figureAddress, readFigureChoice } from "@/lib/compliance/period";
import { formatDay } from "@/lib/i18n/format";
import { situationTitle } from "@/lib/policy/situations";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import type { Search } from "../_components/read-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("marked.title") };
}

/** The claims behind one of the figures that stand beside the rate. */
export default async function MarkedClaimsPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const [t, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getLocale(),
    requireAdmin(),
    searchParams,
  ]);
  const key = SHARES.find((share) => share === search.chiffre);
  const behind = key && BEHIND_SHARE[key];
  if (!key || !behind) notFound();
  const marketplace = await findMarketplace(scope);
  const choice = readFigureChoice(search, currentTime(), marketplace?.zone ?? zoneId("Europe/Paris"));
  const { fromOn, toOn, sellerId, situation, channelId } = choice;
  const claims = await listMarkedClaims(scope, { fromOn, toOn, sellerId, situation, channelId }, behind);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: figureAddress("/conformite", choice), label: t("title") }]} />}
        title={t(`beside.names.${key}`)}
        lead={t("marked.lead", {
          count: claims.length,
          from: formatDay(fromOn, locale),
          to: formatDay(toOn, locale),
        })}
      />
      <Table
        caption={t("marked.title")}
        hideCaption
        rows={claims}
        rowKey={(row) => row.markId}
        empty={
          <EmptyState icon={SearchX} title={t("marked.none_title")}>
            {t("nothing_due")}
          </EmptyState>
        }
        columns={[
          {
            key: "claim",
            header: t("columns.claim"),
            isRowHeader: true,
            cell: (row) => (
              <a className="prose-link font-semibold" href={`/conformite/reclamations/${row.claimId}`}>
                {row.reference}
              </a>
            ),
          },
          { key: "seller", header: t("columns.seller"), cell: (row) => row.sellerName },
          {
            key: "situation",
            header: t("columns.situation"),
            cell: (row) => situationTitle(row.situation)[locale],
          },
          { key: "day", header: t("columns.day"), cell: (row) => formatDay(row.day, locale, "short") },
        ]}
      />
    </>
  );
}
