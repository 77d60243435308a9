import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { countClaims, listClaims } from "@/db/queries/inbox";
import { writeInboxCursor } from "@/lib/claims/inbox-cursor";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { InboxEmpty } from "./_components/inbox-empty";
import { InboxFilters } from "./_components/inbox-filters";
import { filterOf, inboxHref, pageOf, readInboxSearch, type SearchParams } from "./_components/inbox-search";
import { InboxTable } from "./_components/inbox-table";
import { InboxTabs } from "./_components/inbox-tabs";
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
  const [t, counts, rows] = await Promise.all([
    getTranslations("inbox"),
    countClaims(scope),
    listClaims(scope, filterOf(search, now)),
  ]);
  const { shown, last } = pageOf(rows);
  return (
    <>
      <PageHeader
        title={t("title")}
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
      <InboxTabs search={search} counts={counts} />
      <InboxFilters search={search} />
      {shown.length === 0 ? (
        <InboxEmpty search={search} counts={counts} />
      ) : (
        <InboxTable claims={shown} search={search} now={now} />
      )}
      {search.apres && (
        <LinkButton href={inboxHref(search)} variant="quiet" className="mt-stack">
          {t("back_to_start")}
        </LinkButton>
      )}
      <Pagination label={t("title")} nextHref={last && inboxHref(search, { apres: writeInboxCursor(last) })} />
    </>
  );
}
