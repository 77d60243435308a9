import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { countPreviewed } from "@/db/queries/calendar-corrections";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { OverrideDraft } from "@/lib/calendar/override";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../../_components/auditor-notice";
import { ChangeWords } from "../_components/change-words";
import { draftQuery, readDraft, type Search } from "../_components/draft-address";
import { OverrideGround } from "../_components/override-ground";
import { refusalWords } from "../_components/refusal-words";
import { ConfirmForm } from "./_components/confirm-form";
import { LiveCount } from "./_components/live-count";
import { MovedCases, MovedClaims, MovedSellers } from "./_components/moved-tables";
import { PreviewFigures } from "./_components/preview-figures";

type Props = { readonly searchParams: Promise<Search> };

/** More clocks than this take seconds to count: the progress is shown meanwhile. */
const SHOW_PROGRESS_FROM = 200_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendars.preview"))("title") };
}

/** What a correction would do to every open clock. Showing it writes nothing. */
export default async function CalendarPreviewPage({ searchParams }: Props) {
  const [t, search, scope] = await Promise.all([getTranslations("calendars"), searchParams, requireAdmin()]);
  const names = await getTranslations("admin.marketplace.calendars");
  const draft = readDraft(search);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/calendriers", label: t("title") }]} />}
        eyebrow={draft && names(draft.calendar)}
        title={t("preview.title")}
        lead={draft && <ChangeWords draft={draft} />}
      />
      <AuditorNotice scope={scope} />
      {draft ? (
        <div className="grid gap-6">
          <p>
            <OverrideGround override={draft} />
          </p>
          <Effect scope={scope} draft={draft} isCounted={search.calcul === "fait"} />
        </div>
      ) : (
        <Alert kind="warning">{t("preview.not_found")}</Alert>
      )}
    </>
  );
}

type EffectProps = { readonly scope: AdminScope; readonly draft: OverrideDraft; readonly isCounted: boolean };

async function Effect({ scope, draft, isCounted }: EffectProps) {
  const now = currentTime();
  const count = isCounted ? 0 : await countPreviewed(scope, now);
  if (count > SHOW_PROGRESS_FROM) return <Counting draft={draft} total={count} />;
  const found = await findCalendarPreview(scope, draft, now);
  if (!found.ok) return <Alert kind="warning">{(await refusalWords())[found.reason]}</Alert>;
  const preview = found.value;
  return (
    <>
      <PreviewFigures preview={preview} />
      {mayAdministerMarketplace(scope) && <ConfirmForm draft={draft} preview={preview} />}
      {preview.moved > 0 && (
        <>
          <MovedCases preview={preview} />
          <MovedSellers preview={preview} />
          <MovedClaims preview={preview} />
        </>
      )}
    </>
  );
}

async function Counting({ draft, total }: { readonly draft: OverrideDraft; readonly total: number }) {
  const t = await getTranslations("calendars.preview.live");
  const query = draftQuery(draft);
  const next = `/calendriers/apercu?${query}&calcul=fait`;
  return (
    <Section id="calcul" title={t("title")} lead={t("lead", { count: total })}>
      <noscript>
        <a className="prose-link" href={next}>
          {t("without_script")}
        </a>
      </noscript>
      <ClientMessages namespaces={["calendars"]}>
        <LiveCount source={`/api/calendars/preview?${query}`} next={next} total={total} />
      </ClientMessages>
    </Section>
  );
}
