import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listOverdueClaims } from "@/db/queries/compliance";
import { findLastCheck } from "@/db/queries/figure-check";
import { listContestFigures } from "@/db/queries/proof-contests";
import { listSellerFigures } from "@/db/queries/seller-figures";
import { listSellers } from "@/db/queries/sellers";
import { figureAddress, ISSUES } from "@/lib/compliance/period";
import { formatDay } from "@/lib/i18n/format";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { BesideFigures } from "./_components/beside-figures";
import { CheckNotice } from "./_components/check-notice";
import { ClaimsPerOrder } from "./_components/claims-per-order";
import { ContestTable } from "./_components/contest-table";
import { ExportLinks } from "./_components/export-links";
import { FigureFilters } from "./_components/figure-filters";
import { OnTimeFigures } from "./_components/on-time-figures";
import { OverdueTable } from "./_components/overdue-table";
import { readCompliancePage, type Search } from "./_components/read-page";
import { isAlarming, readStoredFiles } from "./_components/read-stored-files";
import { SellerTable } from "./_components/seller-table";
import { StoredFilesNotice } from "./_components/stored-files-notice";
import { TrendCharts } from "./_components/trend-charts";

type Props = { readonly searchParams: Promise<Search> };

/** Beside more sellers than this the page leads to them instead: their figures are added up seller by seller. */
const MOST_SELLERS = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("title") };
}

/** Who answered on time, over the clocks that fell due in the period. Nothing on this page writes. */
export default async function CompliancePage({ searchParams }: Props) {
  const [t, alerts, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getTranslations("alerts"),
    getLocale(),
    requireAdmin(),
    searchParams,
  ]);
  const { choice, filter, now, zone, rows, open, channels } = await readCompliancePage(scope, search);
  const [overdue, sellers, check, contests, files] = await Promise.all([
    listOverdueClaims(scope, filter, now),
    listSellers(scope, {}),
    findLastCheck(scope),
    listContestFigures(scope, { ...filter, ...choice.window }),
    readStoredFiles(scope),
  ]);
  const isFew = sellers.length <= MOST_SELLERS || filter.sellerId !== undefined;
  const bySeller = isFew
    ? await listSellerFigures(scope, { ...filter, sort: "rate", offset: 0, limit: MOST_SELLERS }, now)
    : [];
  const days = { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", days)}
        actions={
          <>
            <LinkButton href={figureAddress("/conformite/vendeurs", choice)} variant="secondary">
              {t("side_by_side.open")}
            </LinkButton>
            <LinkButton href="/conformite/alertes" variant="secondary">
              {alerts("open")}
            </LinkButton>
            <LinkButton href="/conformite/politique" variant="secondary">
              {t("policy_link")}
            </LinkButton>
            <LinkButton href="/conformite/sceaux" variant="secondary">
              {t("roots.title")}
            </LinkButton>
          </>
        }
      />
      <AuditorNotice scope={scope} />
      {check && !check.isEqual && <CheckNotice check={check} zone={zone} />}
      {isAlarming(files) && <StoredFilesNotice files={files} zone={zone} />}
      <FigureFilters choice={choice} sellers={sellers} channels={channels} />
      <OnTimeFigures
        rows={rows}
        open={open}
        behind={(outcome) => figureAddress("/conformite/delais", choice, { issue: ISSUES[outcome] })}
      />
      <TrendCharts rows={rows} />
      <BesideFigures
        rows={rows}
        behind={(chiffre) => figureAddress("/conformite/reclamations-comptees", choice, { chiffre })}
      />
      {isFew && <SellerTable rows={bySeller.filter(({ due, received }) => due + received > 0)} choice={choice} />}
      <ContestTable rows={contests} />
      <ClaimsPerOrder rows={rows} />
      <OverdueTable claims={overdue} now={now} />
      <ExportLinks choice={choice} />
      {(!check || check.isEqual) && <CheckNotice check={check} zone={zone} />}
      {!isAlarming(files) && <StoredFilesNotice files={files} zone={zone} />}
    </>
  );
}
