import { recordReturn } from "@/db/commands/record-return";
import { reply } from "@/lib/server/api/operation";
import { postReturn } from "@/lib/server/api/operations/order-deeds";
import { deedProblem } from "@/lib/server/api/order-answers";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postReturn, async ({ scope, params, body, now, locale }) => {
    const { claimId, ...goods } = body;
    const outcome = await recordReturn(scope, { number: params.number, claimId, goods }, now);
    if (!outcome.ok) return deedProblem(outcome, locale);
    return outcome.value.result === "recorded" ? reply(201, outcome.value) : reply(200, outcome.value);
  }),
);
