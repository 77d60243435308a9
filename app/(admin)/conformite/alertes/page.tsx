import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { type ListedAlert, listAlerts, listThresholds } from "@/db/queries/alerts";
import { findMarketplace } from "@/db/queries/marketplace";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { alertState } from "@/lib/compliance/alert";
import { formatInstant, formatPercent } from "@/lib/i18n/format";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../../_components/auditor-notice";
import { AlertFacts } from "./alert-facts";
import { DecideForm, EvaluateForm, JudgeForm } from "./alert-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alerts"))("title") };
}

/** The thresholds, and every alert with what is to be done about it. An auditor reads, and finds no form. */
export default async function AlertsPage() {
  const [t, compliance, locale, scope] = await Promise.all([
    getTranslations("alerts"),
    getTranslations("compliance"),
    getLocale(),
    requireAdmin(),
  ]);
  const now = currentTime();
  const [thresholds, alerts, marketplace] = await Promise.all([
    listThresholds(scope, now),
    listAlerts(scope),
    findMarketplace(scope),
  ]);
  const zone = marketplace?.zone ?? zoneId("Europe/Paris");
  const mayWrite = scope.role === "admin";
  const userId = scope.actor.kind === "operator" ? scope.actor.userId : "";
  const act = ({ alert }: ListedAlert) => {
    const state = alertState(alert, now);
    const named = { alertId: alert.id, sellerId: alert.sellerId };
    if (state === "awaiting_answer") {
      return <p className="mt-3">{t("waits", { at: formatInstant(new Date(alert.answerBefore), zone, locale) })}</p>;
    }
    if (!mayWrite) return null;
    if (state === "to_decide") return <DecideForm {...named} today={localDay(now, zone)} />;
    if (state !== "appealed") return null;
    return alert.decidedBy === userId ? <p className="mt-3">{t("own_case")}</p> : <JudgeForm {...named} />;
  };
  return (
    <ClientMessages namespaces={["alerts"]}>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite", label: compliance("title") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <AuditorNotice scope={scope} />
      <div className="space-y-6">
        <Section id="seuils" title={t("thresholds")}>
          <ul className="mb-3 space-y-2">
            {thresholds.map(({ id, measure, atLeastBps, days, minSample, origin }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                {t("rule", {
                  measure: t(`measures.${measure}`),
                  rate: formatPercent(atLeastBps / 10_000, locale),
                  days,
                  sample: minSample,
                })}
                <OriginBadge origin={origin} />
              </li>
            ))}
          </ul>
          <p className="mb-3">
            <a className="prose-link" href="/conformite/politique">
              {t("set_in_policy")}
            </a>
          </p>
          {mayWrite && <EvaluateForm />}
        </Section>
        <h2 className="text-xl font-bold">{t("list")}</h2>
        {alerts.length === 0 && (
          <EmptyState icon={BellOff} title={t("none")}>
            {t("none_lead")}
          </EmptyState>
        )}
        {alerts.map((row) => (
          <Section
            key={row.alert.id}
            id={row.alert.id}
            title={`${row.sellerName} – ${t(`states.${alertState(row.alert, now)}`)}`}
          >
            <AlertFacts alert={row.alert} zone={zone} />
            {act(row)}
          </Section>
        ))}
      </div>
    </ClientMessages>
  );
}
