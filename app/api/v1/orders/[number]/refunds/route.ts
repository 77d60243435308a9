import { recordRefund } from "@/db/commands/record-refund";
import { reply } from "@/lib/server/api/operation";
import { postRefund } from "@/lib/server/api/operations/order-deeds";
import { deedProblem } from "@/lib/server/api/order-answers";
import { creditOfRecordedRefund } from "@/lib/server/api/refund-credit";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postRefund, async ({ scope, params, body, now, locale }) => {
    const { claimId, creditNote: isAsked, ...refund } = body;
    const { number } = params;
    const outcome = await recordRefund(scope, { number, claimId, refund }, now);
    if (!outcome.ok) return deedProblem(outcome, locale);
    const isNew = outcome.value.result === "recorded";
    const creditNote = isNew ? await creditOfRecordedRefund(scope, { number, refund, isAsked }, now) : null;
    return isNew ? reply(201, { ...outcome.value, creditNote }) : reply(200, { ...outcome.value, creditNote });
  }),
);
