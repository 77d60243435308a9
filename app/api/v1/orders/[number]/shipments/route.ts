import { recordShipment } from "@/db/commands/record-shipment";
import { reply } from "@/lib/server/api/operation";
import { postShipment } from "@/lib/server/api/operations/order-deeds";
import { deedProblem } from "@/lib/server/api/order-answers";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postShipment, async ({ scope, params, body, now, locale }) => {
    const { claimId, ...parcel } = body;
    const outcome = await recordShipment(scope, { number: params.number, claimId, parcel }, now);
    if (!outcome.ok) return deedProblem(outcome, locale);
    return outcome.value.result === "recorded" ? reply(201, outcome.value) : reply(200, outcome.value);
  }),
);
