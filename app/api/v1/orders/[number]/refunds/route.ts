import { recordRefund } from "@/db/commands/record-refund";
import { reply } from "@/lib/server/api/operation";
import { postRefund } from "@/lib/server/api/operations/orders";
import { deedProblem } from "@/lib/server/api/order-answers";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postRefund, async ({ scope, params, body, now, locale }) => {
    const { claimId, ...refund } = body;
    const outcome = await recordRefund(scope, { number: params.number, claimId, refund }, now);
    if (!outcome.ok) return deedProblem(outcome, locale);
    return outcome.value.result === "recorded" ? reply(201, outcome.value) : reply(200, outcome.value);
  }),
);
