import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findPolicyVersion } from "@/db/queries/policy-versions";
import { formatInstant } from "@/lib/i18n/format";
import { policyChanges } from "@/lib/policy/diff";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { ChangeList } from "../_components/change-list";
import { PolicyContentSections } from "../_components/policy-content";

type Props = { readonly params: Promise<{ readonly version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("policy");
  return { title: t("version", { version: (await params).version }) };
}

/** One published version: who wrote and published it, what it changed, and all it says. */
export default async function PolicyVersionPage({ params }: Props) {
  const [t, locale, { version: asked }, scope, { zone }] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    params,
    requireAdmin(),
    requireViewer(),
  ]);
  if (!/^[1-9]\d{0,8}$/.test(asked)) notFound();
  const found = await findPolicyVersion(scope, Number(asked));
  if (!found) notFound();
  const { version, content, before, reason } = found;
  const at = (instant: string) => formatInstant(new Date(instant), zone, locale, "long");
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite/politique", label: t("title") }]} />}
        title={t("version", { version })}
        lead={reason}
      />
      <div className="grid gap-6">
        <Section id="version" title={t("version", { version })}>
          <DescriptionList
            facts={[
              { term: t("versions.from"), value: at(found.effectiveFrom) },
              { term: t("versions.author"), value: found.authorName ?? t("versions.initial") },
              { term: t("versions.publisher"), value: found.publisherName ?? t("versions.initial") },
              { term: t("versions.published"), value: at(found.publishedAt) },
            ]}
          />
        </Section>
        <Section id="changements" title={before ? t("changes.since", { version: version - 1 }) : t("changes.title")}>
          {before ? <ChangeList changes={policyChanges(before, content)} /> : <p>{t("changes.first")}</p>}
        </Section>
        <PolicyContentSections content={content} />
      </div>
    </>
  );
}
