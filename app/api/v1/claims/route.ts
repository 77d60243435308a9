import { listClaims } from "@/db/queries/inbox";
import { CLAIM_STATES } from "@/lib/claims/claim";
import { readInboxCursor, writeInboxCursor } from "@/lib/claims/inbox-cursor";
import { openClaimByApi } from "@/lib/server/api/open-claim";
import { reply } from "@/lib/server/api/operation";
import { getClaims, postClaim } from "@/lib/server/api/operations/claims";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postClaim, ({ scope, body, now }) => openClaimByApi(scope, body, now)),
  route(getClaims, async ({ scope, query }) => {
    const after = query.cursor === undefined ? undefined : readInboxCursor(query.cursor);
    if (query.cursor !== undefined && !after) return problem("invalid_cursor");
    const page = await listClaims(scope, {
      states: query.state ? [query.state] : CLAIM_STATES,
      situations: query.situation ? [query.situation] : undefined,
      dueBefore: query.dueBefore,
      words: query.q,
      limit: query.limit + 1,
      after,
    });
    const items = page.slice(0, query.limit);
    const last = items.at(-1);
    return reply(200, { items, nextCursor: page.length > query.limit && last ? writeInboxCursor(last) : null });
  }),
);
