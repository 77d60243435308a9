import { requalifyClaim } from "@/db/commands/requalify-claim";
import { findClaimPage } from "@/db/queries/claim-page";
import { refusedRequalification } from "@/lib/server/api/claim-answers";
import { clockView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { postRequalification } from "@/lib/server/api/operations/claim-life";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postRequalification, async ({ scope, params, body, now }) => {
    const { situation, reason, revision } = body;
    const outcome = await requalifyClaim(scope, { ...params, to: situation, reason, revision }, now);
    if (!outcome.ok) return refusedRequalification(outcome);
    const page = await findClaimPage(scope, params.claimId, now);
    if (!page) return problem("not_found");
    const { claim, clocks } = page;
    return reply(201, {
      ...outcome.value,
      situation: claim.situation,
      phase: claim.phase,
      state: claim.state,
      revision: claim.revision,
      clocks: clocks.map((clock) => clockView(clock, now)),
    });
  }),
);
