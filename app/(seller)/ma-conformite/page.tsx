import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/ui/page-header";
import { BesideFigures } from "@/app/(admin)/conformite/_components/beside-figures";
import { ClaimsPerOrder } from "@/app/(admin)/conformite/_components/claims-per-order";
import { ExportLinks } from "@/app/(admin)/conformite/_components/export-links";
import { FigureFilters } from "@/app/(admin)/conformite/_components/figure-filters";
import { OnTimeFigures } from "@/app/(admin)/conformite/_components/on-time-figures";
import { readCompliancePage, type Search } from "@/app/(admin)/conformite/_components/read-page";
import { TrendCharts } from "@/app/(admin)/conformite/_components/trend-charts";
import { listAlerts } from "@/db/queries/alerts";
import { listOverdueClaims } from "@/db/queries/compliance";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/i18n/format";
import { requireSeller } from "@/lib/server/session";
import { FirstThings } from "./_components/first-things";
import { OwnAlerts } from "./_components/own-alerts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("own.title") };
}

/** A seller's own figures: the same the operator reads, after what to do first. */
export default async function OwnCompliancePage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const [t, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getLocale(),
    requireSeller(),
    searchParams,
  ]);
  const { choice, filter, now, zone, rows, open, channels } = await readCompliancePage(scope, search);
  const [overdue, alerts] = await Promise.all([listOverdueClaims(scope, filter, now), listAlerts(scope)]);
  const days = { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) };
  return (
    <>
      <PageHeader title={t("own.title")} lead={t("own.lead", days)} />
      <FirstThings open={open} overdue={overdue} rows={rows} now={now} />
      <OwnAlerts alerts={alerts} mayAct={mayAdministerSeller(scope)} now={now} zone={zone} />
      <FigureFilters choice={choice} channels={channels} />
      <OnTimeFigures rows={rows} open={open} />
      <TrendCharts rows={rows} />
      <BesideFigures rows={rows} />
      <ClaimsPerOrder rows={rows} />
      <ExportLinks choice={choice} isOwn />
    </>
  );
}
