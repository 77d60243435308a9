import { sendMessage } from "@/db/commands/messages";
import { refusedReply } from "@/lib/server/api/claim-answers";
import { reply } from "@/lib/server/api/operation";
import { postMessage } from "@/lib/server/api/operations/claim-acts";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postMessage, async ({ scope, params, body, now }) => {
    const outcome = await sendMessage(scope, { claimId: params.claimId, ...body }, now);
    if (outcome.ok) return reply(201, { messageId: outcome.value.messageId });
    return refusedReply(outcome);
  }),
);
