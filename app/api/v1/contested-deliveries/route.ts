import { findMarketplace } from "@/db/queries/marketplace";
import { listSellerContests } from "@/db/queries/proof-contests";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { contestView } from "@/lib/server/api/contest-view";
import { reply } from "@/lib/server/api/operation";
import { getContests } from "@/lib/server/api/operations/contests";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(getContests, async ({ scope, query, now }) => {
    const [page, marketplace] = await Promise.all([
      listSellerContests(scope, { state: query.state, after: query.cursor, limit: query.limit + 1 }),
      findMarketplace(scope),
    ]);
    const today = localDay(now, marketplace?.zone ?? zoneId("Europe/Paris"));
    const items = page.slice(0, query.limit).map(({ contest, ...claim }) => contestView(contest, claim, today));
    return reply(200, { items, nextCursor: page.length > query.limit ? (items.at(-1)?.id ?? null) : null });
  }),
);
