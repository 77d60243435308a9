import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findPolicyInForce } from "@/db/queries/policy";
import { guidePeriods, situationOfGuide } from "@/lib/policy/guide";
import { situationTable, situationTitle } from "@/lib/policy/situations";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";
import { GuideAnswers } from "../_components/guide-answers";
import { GuidePapers } from "../_components/guide-papers";
import { GuidePeriods } from "../_components/guide-periods";
import { OriginList } from "../_components/origin-list";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const situation = situationOfGuide((await params).slug);
  const [t, locale] = await Promise.all([getTranslations("guide"), getLocale()]);
  return { title: situation ? t("title", { situation: situationTitle(situation)[locale] }) : t("guides") };
}

/** How to answer one situation: from the rules in force, which are those the clocks and the answers are judged by. */
export default async function GuidePage({ params }: Props) {
  const situation = situationOfGuide((await params).slug);
  if (!situation) notFound();
  const [t, locale, policy] = await Promise.all([
    getTranslations("guide"),
    getLocale(),
    findPolicyInForce(entryScope(), currentTime()),
  ]);
  const { rules } = policy.deadlines;
  const rows = situationTable(rules).filter((row) => row.situation === situation);
  const law = new Map(rows.flatMap((row) => row.law).map((cell) => [cell.text.fr, cell]));
  return (
    <PublicShell>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/situations", label: t("all") }]} />}
        eyebrow={t("eyebrow", { code: rows.map(({ code }) => code).join(", ") })}
        title={situationTitle(situation)[locale]}
        lead={t(`expects.${situation}`)}
      />
      <div className="grid grid-cols-1 gap-6">
        <Section id="pratiques" title={t("practices")}>
          <OriginList cells={rows.flatMap((row) => row.practices)} locale={locale} />
        </Section>
        <GuidePeriods periods={guidePeriods(situation, rules)} locale={locale} />
        <GuideAnswers rows={rows} waived={policy.waivedDemands ?? []} />
        <GuidePapers situation={situation} />
        {law.size > 0 && (
          <Section id="loi" title={t("law")}>
            <OriginList cells={[...law.values()]} locale={locale} />
          </Section>
        )}
      </div>
    </PublicShell>
  );
}
