import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listOnTimeFigures, listOverdueClaims } from "@/db/queries/compliance";
import { findMarketplace } from "@/db/queries/marketplace";
import { listContestFigures } from "@/db/queries/proof-contests";
import { listRequalificationRates } from "@/db/queries/requalification-rates";
import { listSellers } from "@/db/queries/sellers";
import { zoneId } from "@/lib/calendar/zone";
import { readFigureChoice } from "@/lib/compliance/period";
import { formatDay } from "@/lib/i18n/format";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { ContestTable } from "./_components/contest-table";
import { FigureFilters } from "./_components/figure-filters";
import { FigureTables } from "./_components/figure-tables";
import { OnTimeFigures } from "./_components/on-time-figures";
import { OverdueTable } from "./_components/overdue-table";
import { RequalificationRates } from "./_components/requalification-rates";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("title") };
}

/** Who answered on time, over the clocks that fell due in the period. Nothing on this page writes. */
export default async function CompliancePage({ searchParams }: Props) {
  const [t, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getLocale(),
    requireAdmin(),
    searchParams,
  ]);
  const now = currentTime();
  const marketplace = await findMarketplace(scope);
  const choice = readFigureChoice(search, now, marketplace?.zone ?? zoneId("Europe/Paris"));
  const filter = { ...choice.window, sellerId: choice.sellerId, situation: choice.situation };
  const [rows, overdue, sellers, requalified, contests] = await Promise.all([
    listOnTimeFigures(scope, filter, now),
    listOverdueClaims(scope, filter, now),
    listSellers(scope, {}),
    listRequalificationRates(scope, filter),
    listContestFigures(scope, filter),
  ]);
  const days = { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", days)} />
      <AuditorNotice scope={scope} />
      <FigureFilters choice={choice} sellers={sellers} />
      <OnTimeFigures rows={rows} overdueNow={overdue.length} choice={choice} />
      <FigureTables rows={rows} choice={choice} />
      <RequalificationRates rows={requalified} />
      <ContestTable rows={contests} />
      <OverdueTable claims={overdue} now={now} />
    </>
  );
}
