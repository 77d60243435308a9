import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { listThresholds } from "@/db/queries/alerts";
import { listSellerFigures, listSellerWeeks, type SellerFigures } from "@/db/queries/seller-figures";
import { listSellers } from "@/db/queries/sellers";
import { figureAddress } from "@/lib/compliance/period";
import { readSideBySide, SELLER_SORTS, SELLERS_A_PAGE, SORT_NAMES } from "@/lib/compliance/side-by-side";
import { formatDay, formatPercent } from "@/lib/i18n/format";
import { requireAdmin } from "@/lib/server/session";
import { FigureFilters } from "../_components/figure-filters";
import { readCompliancePage, type Search } from "../_components/read-page";
import { SellerTable } from "../_components/seller-table";
import { ThresholdBadges } from "../_components/threshold-badges";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("side_by_side.title") };
}

/** All sellers under the same figures and thresholds, the lowest rate first. */
export default async function SideBySidePage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const [t, locale, scope, search] = await Promise.all([
    getTranslations("compliance"),
    getLocale(),
    requireAdmin(),
    searchParams,
  ]);
  const { sort, page } = readSideBySide(search);
  const { choice, filter, now, channels } = await readCompliancePage(scope, search);
  const offset = (page - 1) * SELLERS_A_PAGE;
  const [found, sellers, thresholds] = await Promise.all([
    listSellerFigures(scope, { ...filter, sort, offset, limit: SELLERS_A_PAGE + 1 }, now),
    listSellers(scope, {}),
    listThresholds(scope, now),
  ]);
  const rows = found.slice(0, SELLERS_A_PAGE);
  const weeks = await listSellerWeeks(
    scope,
    filter,
    rows.map(({ sellerId }) => sellerId),
    now,
  );
  const allWeeks = [...new Set(weeks.map(({ week }) => week))].sort();
  const here = (change: Readonly<Record<string, string>>) =>
    figureAddress("/conformite/vendeurs", choice, { tri: SORT_NAMES[sort], ...change });
  const line = (row: SellerFigures) => {
    const points = allWeeks.map((week) => {
      const found = weeks.find((one) => one.sellerId === row.sellerId && one.week === week);
      return { key: week, share: found && found.due > 0 ? found.met / found.due : undefined };
    });
    const told = points.flatMap(({ key, share }) =>
      share === undefined ? [] : [`${formatDay(key, locale, "short")} : ${formatPercent(share, locale)}`],
    );
    const summary = t("side_by_side.weeks_of", { seller: row.name, weeks: told.join(", ") });
    return told.length === 0 ? "–" : <Sparkline summary={summary} points={points} />;
  };
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: figureAddress("/conformite", choice), label: t("title") }]} />}
        title={t("side_by_side.title")}
        lead={t("lead", { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) })}
      />
      <FigureFilters choice={choice} sellers={sellers} channels={channels} />
      <nav aria-label={t("side_by_side.sort")} className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-semibold">{t("side_by_side.sort")}</span>
        {SELLER_SORTS.map((name) => (
          <a
            key={name}
            className="prose-link aria-[current]:font-bold aria-[current]:no-underline"
            href={figureAddress("/conformite/vendeurs", choice, { tri: SORT_NAMES[name] })}
            aria-current={name === sort ? "true" : undefined}
          >
            {t(`side_by_side.sorts.${name}`)}
          </a>
        ))}
      </nav>
      <p className="mb-3 text-sm text-ink-muted">
        {t("side_by_side.scale")} {t("side_by_side.thresholds_lead")}
      </p>
      <SellerTable
        rows={rows}
        choice={choice}
        more={[
          {
            key: "thresholds",
            header: t("side_by_side.thresholds"),
            cell: (row) => <ThresholdBadges held={row} thresholds={thresholds} />,
          },
          { key: "weeks", header: t("side_by_side.weeks"), cell: line },
        ]}
      />
      <Pagination
        label={t("side_by_side.title")}
        previousHref={page > 1 ? here({ page: String(page - 1) }) : undefined}
        nextHref={found.length > SELLERS_A_PAGE ? here({ page: String(page + 1) }) : undefined}
      />
    </>
  );
}
