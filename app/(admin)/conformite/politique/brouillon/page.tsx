import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findMarketplace } from "@/db/queries/marketplace";
import { simulatePolicy } from "@/db/queries/policy-simulation";
import { findPolicyDraft, findPolicyVersion, listPolicyVersions, type PolicyDraft } from "@/db/queries/policy-versions";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import { addDays } from "@/lib/calendar/civil-day";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { policyChanges } from "@/lib/policy/diff";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { AuditorNotice } from "../../../_components/auditor-notice";
import { ChangeList } from "../_components/change-list";
import { DraftForm } from "./_components/draft-form";
import { PublishSection } from "./_components/publish-section";
import { Simulation } from "./_components/simulation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy.draft"))("write") };
}

/** The version being prepared: what it changes, what it would do, and who may do what about it. */
export default async function PolicyDraftPage() {
  const [t, scope] = await Promise.all([getTranslations("policy"), requireAdmin()]);
  const [draft, versions] = await Promise.all([findPolicyDraft(scope), listPolicyVersions(scope)]);
  const next = (draft?.basedOn ?? versions[0]?.version ?? 0) + 1;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite/politique", label: t("title") }]} />}
        title={t("draft.title", { version: next })}
        lead={t("draft.lead")}
      />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        {draft ? <OpenDraft scope={scope} draft={draft} /> : <NewDraft scope={scope} base={next - 1} />}
      </div>
    </>
  );
}

async function NewDraft({ scope, base }: { readonly scope: AdminScope; readonly base: number }) {
  const [t, found, marketplace] = await Promise.all([
    getTranslations("policy.draft"),
    findPolicyVersion(scope, base),
    findMarketplace(scope),
  ]);
  if (!found || !mayAdministerMarketplace(scope)) return <p>{t("auditor")}</p>;
  const today = localDay(currentTime(), marketplace?.zone ?? zoneId("Europe/Paris"));
  return <DraftForm title={t("write")} content={found.content} effectiveOn={addDays(today, 7)} />;
}

async function OpenDraft({ scope, draft }: { readonly scope: AdminScope; readonly draft: PolicyDraft }) {
  const [t, locale, viewer, base, simulation] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    requireViewer(),
    findPolicyVersion(scope, draft.basedOn),
    simulatePolicy(scope, draft, currentTime()),
  ]);
  const isAuthor = draft.author === viewer.userId;
  const written = {
    author: draft.authorName ?? "–",
    at: formatInstant(new Date(draft.updatedAt), viewer.zone, locale),
  };
  return (
    <>
      <Section
        id="changements"
        title={t("changes.since", { version: draft.basedOn })}
        lead={`${t("draft.effectiveOn")} ${formatDay(draft.effectiveOn, locale)}. ${t("draft.author", written)}`}
      >
        <p className="mb-3 max-w-prose">{draft.reason}</p>
        <ChangeList changes={base ? policyChanges(base.content, draft.content) : []} />
      </Section>
      <Simulation simulation={simulation} />
      {mayAdministerMarketplace(scope) && <PublishSection draft={draft} isAuthor={isAuthor} />}
      {isAuthor && (
        <DraftForm
          title={t("draft.change")}
          content={draft.content}
          effectiveOn={draft.effectiveOn}
          reason={draft.reason}
        />
      )}
    </>
  );
}
