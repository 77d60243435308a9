import { Pagination } from "@/app/_components/ui/pagination";
import { listClaims } from "@/db/queries/inbox";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ClaimState } from "@/lib/claims/claim";
import { writeInboxCursor } from "@/lib/claims/inbox-cursor";
import { InboxEmpty } from "./inbox-empty";
import { type ClaimView, filterOf, type InboxSearch, inboxHref, pageOf } from "./inbox-search";
import { InboxTable } from "./inbox-table";

type Props = {
  readonly scope: SellerScope;
  readonly search: InboxSearch;
  readonly view: ClaimView;
  readonly counts: Readonly<Record<ClaimState, number>>;
  readonly now: Instant;
  readonly title: string;
};

/** A page of the claims in the states of a tab. */
export async function ClaimList({ scope, search, view, counts, now, title }: Props) {
  const { shown, last } = pageOf(await listClaims(scope, filterOf(search, view, now)));
  return (
    <>
      {shown.length === 0 ? (
        <InboxEmpty search={search} counts={counts} />
      ) : (
        <InboxTable claims={shown} search={search} now={now} />
      )}
      <Pagination label={title} nextHref={last && inboxHref(search, { apres: writeInboxCursor(last) })} />
    </>
  );
}
