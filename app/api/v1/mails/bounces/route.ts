import { reportBounce } from "@/db/commands/bounced-mails";
import { reply } from "@/lib/server/api/operation";
import { postBounce } from "@/lib/server/api/operations/mails";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postBounce, async ({ scope, body, now }) => {
    const { messageId, status, diagnostic } = body;
    const reason = [status, diagnostic].filter(Boolean).join(" ");
    const outcome = await reportBounce(scope, { mail: { messageId }, reason }, now);
    if (outcome.ok) return reply(200, { mailId: outcome.value.mailId, state: "bounced" });
    return problem(outcome.reason === "not_allowed" ? "forbidden" : outcome.reason);
  }),
);
