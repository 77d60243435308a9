import { findClaimPage } from "@/db/queries/claim-page";
import { claimView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { getClaim } from "@/lib/server/api/operations/claims";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(getClaim, async ({ scope, params, now }) => {
    const page = await findClaimPage(scope, params.claimId, now);
    return page ? reply(200, claimView(page, now)) : problem("not_found");
  }),
);
