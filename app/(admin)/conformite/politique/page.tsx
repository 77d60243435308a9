import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Badge } from "@/app/_components/ui/badge";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Table } from "@/app/_components/ui/table";
import {
  findPolicyDraft,
  findPolicyVersion,
  inForceAt,
  listPolicyVersions,
  type PolicyDraft,
  type PolicyVersion,
} from "@/db/queries/policy-versions";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { formatDay } from "@/lib/i18n/format";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { AuditorNotice } from "../../_components/auditor-notice";
import { PolicyContentSections } from "./_components/policy-content";

const DRAFT = "/conformite/politique/brouillon";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy"))("title") };
}

/** The rules in force, the draft if there is one, and every version. */
export default async function PolicyPage() {
  const [t, compliance, scope] = await Promise.all([
    getTranslations("policy"),
    getTranslations("compliance"),
    requireAdmin(),
  ]);
  const now = currentTime();
  const [versions, draft] = await Promise.all([listPolicyVersions(scope), findPolicyDraft(scope)]);
  const current = inForceAt(versions, now);
  const shown = current && (await findPolicyVersion(scope, current.version));
  const mayWrite = mayAdministerMarketplace(scope);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite", label: compliance("title") }]} />}
        title={t("title")}
        lead={t("lead")}
        actions={mayWrite && !draft && <LinkButton href={DRAFT}>{t("draft.new")}</LinkButton>}
      />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        {draft && <OpenDraft draft={draft} />}
        <VersionTable versions={versions} current={current?.version} now={now} />
        {shown && (
          <>
            <h2 className="font-bold text-xl">{t("in_force", { version: shown.version })}</h2>
            <PolicyContentSections content={shown.content} />
          </>
        )}
      </div>
    </>
  );
}

async function OpenDraft({ draft }: { readonly draft: PolicyDraft }) {
  const [t, locale] = await Promise.all([getTranslations("policy.draft"), getLocale()]);
  const on = formatDay(draft.effectiveOn, locale);
  return (
    <Alert kind="info">
      <p>{t("exists", { version: draft.basedOn + 1, author: draft.authorName ?? "–", on })}</p>
      <p className="mt-2">
        <a className="prose-link" href={DRAFT}>
          {t("open")}
        </a>
      </p>
    </Alert>
  );
}

type TableProps = {
  readonly versions: readonly PolicyVersion[];
  readonly current: number | undefined;
  readonly now: string;
};

async function VersionTable({ versions, current, now }: TableProps) {
  const [t, locale, { zone }] = await Promise.all([getTranslations("policy.versions"), getLocale(), requireViewer()]);
  const on = (at: Instant) => formatDay(localDay(at, zoneId(zone)), locale);
  return (
    <Section id="versions" title={t("title")}>
      <Table
        caption={t("table")}
        hideCaption
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: "number",
            header: t("number"),
            isRowHeader: true,
            cell: ({ version }) => (
              <a className="prose-link" href={`/conformite/politique/${version}`}>
                {version}
              </a>
            ),
          },
          { key: "from", header: t("from"), cell: ({ effectiveFrom }) => on(effectiveFrom) },
          {
            key: "state",
            header: t("state"),
            cell: ({ version, effectiveFrom }) => <Badge>{t(`states.${stateOf(version, effectiveFrom)}`)}</Badge>,
          },
          { key: "author", header: t("author"), cell: ({ authorName }) => authorName ?? t("initial") },
          { key: "publisher", header: t("publisher"), cell: ({ publisherName }) => publisherName ?? "–" },
          { key: "reason", header: t("reason"), cell: ({ reason }) => reason ?? "–" },
        ]}
      />
    </Section>
  );

  function stateOf(version: number, effectiveFrom: string) {
    if (version === current) return "in_force";
    return effectiveFrom > now ? "to_come" : "replaced";
  }
}
