import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Table } from "@/app/_components/ui/table";
import { listCountedClocks } from "@/db/queries/compliance";
import { findMarketplace } from "@/db/queries/marketplace";
import { zoneId } from "@/lib/calendar/zone";
import { figureAddress, readFigureChoice } from "@/lib/compliance/period";
import { formatDay } from "@/lib/i18n/format";
import { situationTitle } from "@/lib/policy/situations";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("behind_title") };
}

/** The clocks behind a figure, each with its claim. */
export default async function CountedClocksPage({ searchParams }: Props) {
  const [t, clock, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getTranslations("clock.kinds"),
    getLocale(),
    requireAdmin(),
    searchParams,
  ]);
  const now = currentTime();
  const marketplace = await findMarketplace(scope);
  const choice = readFigureChoice(search, now, marketplace?.zone ?? zoneId("Europe/Paris"));
  const filter = { ...choice.window, sellerId: choice.sellerId, situation: choice.situation };
  const clocks = await listCountedClocks(scope, filter, now);
  const days = { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) };
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: figureAddress("/conformite", choice), label: t("title") }]} />}
        title={t("behind_title")}
        lead={t("behind_lead", { ...days, count: clocks.length })}
      />
      <Table
        caption={t("behind_title")}
        hideCaption
        rows={clocks}
        rowKey={(row) => row.clockId}
        empty={
          <EmptyState icon={SearchX} title={t("nothing_due_title")}>
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
            cell: (row) => situationTitle(row.situation)?.[locale] ?? t("filters.other"),
          },
          { key: "clock", header: t("columns.clock"), cell: (row) => clock(row.clockKind) },
          { key: "due", header: t("columns.due_on"), cell: (row) => formatDay(row.dueOn, locale, "short") },
          {
            key: "outcome",
            header: t("columns.outcome"),
            cell: (row) => (
              <StatusBadge tone={row.met ? "fine" : "late"}>
                {t(row.met ? "outcome_met" : row.stoppedAt ? "outcome_late" : "outcome_overdue")}
              </StatusBadge>
            ),
          },
        ]}
      />
    </>
  );
}
