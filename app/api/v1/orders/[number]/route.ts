import { importOrder } from "@/db/commands/orders";
import { findOrder } from "@/db/queries/orders";
import { reply } from "@/lib/server/api/operation";
import { getOrder, putOrder } from "@/lib/server/api/operations/orders";
import { importedAnswer, orderProblem } from "@/lib/server/api/order-answers";
import { orderView } from "@/lib/server/api/order-view";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(putOrder, async ({ scope, params, query, body, now, locale }) => {
    const mode = query.dryRun ? "dry_run" : "write";
    const outcome = await importOrder(scope, { number: params.number, body }, now, mode);
    if (!outcome.ok) return orderProblem(outcome, locale);
    const answer = { ...importedAnswer(outcome.value, locale), dryRun: query.dryRun };
    return answer.result === "created" && !query.dryRun ? reply(201, answer) : reply(200, answer);
  }),
  route(getOrder, async ({ scope, params }) => {
    const order = await findOrder(scope, params.number);
    return order ? reply(200, orderView(order)) : problem("order_not_found");
  }),
);
