import { sendMessage } from "@/db/commands/messages";
import { reply } from "@/lib/server/api/operation";
import { postMessage } from "@/lib/server/api/operations/claim-acts";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postMessage, async ({ scope, params, body, now }) => {
    const outcome = await sendMessage(scope, { claimId: params.claimId, ...body }, now);
    if (outcome.ok) return reply(201, { messageId: outcome.value.messageId });
    return problem(outcome.reason === "not_allowed" ? "forbidden" : outcome.reason);
  }),
);
