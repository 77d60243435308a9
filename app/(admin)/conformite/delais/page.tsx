import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listCountedClocks } from "@/db/queries/compliance";
import { findMarketplace } from "@/db/queries/marketplace";
import { zoneId } from "@/lib/calendar/zone";
import { figureAddress, readFigureChoice, readOutcome } from "@/lib/compliance/period";
import { formatDay } from "@/lib/i18n/format";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { CountedClocksTable } from "../_components/counted-clocks-table";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("behind_title") };
}

/** The clocks behind a figure, each with its claim. */
export default async function CountedClocksPage({ searchParams }: Props) {
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
  const outcome = readOutcome(search);
  const clocks = await listCountedClocks(scope, { ...filter, outcome }, now);
  const days = { from: formatDay(choice.fromOn, locale), to: formatDay(choice.toOn, locale) };
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: figureAddress("/conformite", choice), label: t("title") }]} />}
        title={t("behind_title")}
        lead={t("behind_lead", { ...days, outcome: outcome ?? "both", count: clocks.length })}
      />
      <CountedClocksTable clocks={clocks} />
    </>
  );
}
