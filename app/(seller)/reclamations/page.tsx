import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { countDuePromises } from "@/db/queries/due-promises";
import { countClaims } from "@/db/queries/inbox";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { ClaimList } from "./_components/claim-list";
import { InboxFilters } from "./_components/inbox-filters";
import {
  inboxHref,
  narrowingOf,
  promiseNarrowingOf,
  readInboxSearch,
  type SearchParams,
} from "./_components/inbox-search";
import { InboxTabs } from "./_components/inbox-tabs";
import { PromiseList } from "./_components/promise-list";
import { SentNotice } from "./_components/sent-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const scope = await requireSeller();
  const params = await searchParams;
  const search = readInboxSearch(params);
  const now = currentTime();
  const [t, counts, promisesDue] = await Promise.all([
    getTranslations("inbox"),
    countClaims(scope, narrowingOf(search, now)),
    countDuePromises(scope, now, promiseNarrowingOf(search)),
  ]);
  const title = t("title");
  return (
    <>
      <PageHeader
        title={title}
        actions={
          mayHandleClaims(scope) && (
            <LinkButton href="/reclamations/nouvelle" variant="secondary">
              <Plus aria-hidden />
              {t("record")}
            </LinkButton>
          )
        }
      />
      <SentNotice scope={scope} sent={params.envoyee} now={now} />
      <InboxTabs search={search} counts={counts} promisesDue={promisesDue} />
      <InboxFilters search={search} />
      {search.vue === "promesses" ? (
        <PromiseList scope={scope} search={search} now={now} title={title} />
      ) : (
        <ClaimList scope={scope} search={search} view={search.vue} counts={counts} now={now} title={title} />
      )}
      {search.apres && (
        <LinkButton href={inboxHref(search)} variant="quiet" className="mt-stack">
          {t("back_to_start")}
        </LinkButton>
      )}
    </>
  );
}
