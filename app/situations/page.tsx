import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { PublicShell } from "@/app/_components/public-shell";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findRulesInForce } from "@/db/queries/policy";
import { situationTable } from "@/lib/policy/situations";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";
import { SituationTable } from "./_components/situation-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("situations");
  return { title: t("title") };
}

export default async function SituationsPage() {
  const [t, locale, rules] = await Promise.all([
    getTranslations("situations"),
    getLocale(),
    findRulesInForce(entryScope(), currentTime()),
  ]);
  return (
    <PublicShell>
      <PageHeader title={t("title")} lead={t("lead")} />
      <dl className="mb-6 grid gap-x-6 gap-y-3 md:grid-cols-3">
        <Origin origin="contract:situations" words={t("origins.contract")} />
        <Origin origin={`law:${t("origins.article")}`} words={t("origins.law")} />
        <Origin origin="assumed:situations" words={t("origins.assumed")} />
      </dl>
      <SituationTable locale={locale} rows={situationTable(rules)} />
    </PublicShell>
  );
}

function Origin({ origin, words }: { readonly origin: string; readonly words: string }) {
  return (
    <div>
      <dt>
        <OriginBadge origin={origin} />
      </dt>
      <dd className="mt-1 text-ink-muted">{words}</dd>
    </div>
  );
}
