import { withdrawOffer } from "@/db/commands/withdraw-offer";
import { postOfferWithdrawal } from "@/lib/server/api/operations/taken-back";
import { resource, route } from "@/lib/server/api/route";
import { takenBack } from "@/lib/server/api/taken-back";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postOfferWithdrawal, async ({ scope, params, body, now }) =>
    takenBack(scope, await withdrawOffer(scope, { ...params, ...body }, now), now),
  ),
);
