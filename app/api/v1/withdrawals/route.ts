import { openClaimByApi } from "@/lib/server/api/open-claim";
import { postWithdrawal } from "@/lib/server/api/operations/claims";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postWithdrawal, ({ scope, body, now }) =>
    openClaimByApi(scope, { ...body, situation: "no_longer_wanted" }, now),
  ),
);
