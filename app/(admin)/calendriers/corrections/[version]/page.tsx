import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { type Correction, listCorrections } from "@/db/queries/calendar-corrections";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { formatInstant } from "@/lib/i18n/format";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { AuditorNotice } from "../../../_components/auditor-notice";
import { ChangeWords } from "../../_components/change-words";
import { CorrectionState, isInForce } from "../../_components/correction-state";
import { OverrideGround } from "../../_components/override-ground";
import { CorrectionRun } from "./_components/correction-run";
import { WithdrawForm } from "./_components/withdraw-form";

type Props = { readonly params: Promise<{ readonly version: string }> };

const versionSchema = z.coerce.number<string>().int().min(1).max(1_000_000_000);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("calendars.corrections");
  return { title: t("number", { version: (await params).version.slice(0, 10) }) };
}

/** One correction: what it says, who made it, what it has moved; and how to withdraw it. */
export default async function CorrectionPage({ params }: Props) {
  const [t, scope] = await Promise.all([getTranslations("calendars"), requireAdmin()]);
  const version = versionSchema.safeParse((await params).version);
  const all = await listCorrections(scope);
  const correction = all.find((one) => one.version === version.data) ?? notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/calendriers", label: t("title") }]} />}
        title={t("corrections.number", { version: correction.version })}
        lead={<ChangeWords draft={correction} />}
      />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        <CorrectionRun run={correction.run} />
        <Section
          id="correction"
          title={t("result.facts")}
          actions={<CorrectionState correction={correction} all={all} />}
        >
          <Facts correction={correction} />
        </Section>
        {mayAdministerMarketplace(scope) && isInForce(correction, all) && <WithdrawForm correction={correction} />}
      </div>
    </>
  );
}

async function Facts({ correction }: { readonly correction: Correction }) {
  const [t, names, unknown, locale, viewer] = await Promise.all([
    getTranslations("calendars.result"),
    getTranslations("admin.marketplace.calendars"),
    getTranslations("calendars.corrections"),
    getLocale(),
    requireViewer(),
  ]);
  const { author, createdAt } = correction;
  const by = {
    name: author ?? unknown("unknown_author"),
    at: formatInstant(new Date(createdAt), viewer.zone, locale),
  };
  return (
    <DescriptionList
      facts={[
        { term: t("calendar"), value: names(correction.calendar) },
        { term: t("change"), value: <ChangeWords draft={correction} /> },
        { term: t("ground"), value: <OverrideGround override={correction} /> },
        { term: t("by"), value: t("by_at", by) },
      ]}
    />
  );
}
