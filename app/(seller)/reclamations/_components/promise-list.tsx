import { Pagination } from "@/app/_components/ui/pagination";
import { listDuePromises } from "@/db/queries/due-promises";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { writePromiseCursor } from "@/lib/replies/promise-cursor";
import { InboxEmpty } from "./inbox-empty";
import { type InboxSearch, inboxHref, pageOf, promiseFilterOf } from "./inbox-search";
import { PromiseTable } from "./promise-table";

type Props = {
  readonly scope: SellerScope;
  readonly search: InboxSearch;
  readonly now: Instant;
  readonly title: string;
};

/** A page of the promises due. */
export async function PromiseList({ scope, search, now, title }: Props) {
  const { rows, zone } = await listDuePromises(scope, promiseFilterOf(search), now);
  const { shown, last } = pageOf(rows);
  return (
    <>
      {shown.length === 0 ? <InboxEmpty search={search} /> : <PromiseTable promises={shown} zone={zone} now={now} />}
      <Pagination label={title} nextHref={last && inboxHref(search, { apres: writePromiseCursor(last) })} />
    </>
  );
}
