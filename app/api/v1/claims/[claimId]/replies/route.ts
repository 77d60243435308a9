import { saveDraft } from "@/db/commands/reply-drafts";
import { sendReply } from "@/db/commands/send-reply";
import { findClaimPage } from "@/db/queries/claim-page";
import { describeFlags, incompleteProblem, refusedReply } from "@/lib/server/api/claim-answers";
import { clockView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { postReply } from "@/lib/server/api/operations/claim-acts";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postReply, async ({ scope, params, body, now, locale }) => {
    const { draft, revision, ...answer } = body;
    const { claimId } = params;
    const outcome = draft
      ? await saveDraft(scope, { claimId, reply: answer }, now)
      : await sendReply(scope, { claimId, reply: answer, revision }, now);
    if (!outcome.ok) {
      if (outcome.reason === "incomplete") return incompleteProblem(outcome.verdict, locale);
      return refusedReply(outcome);
    }
    const page = await findClaimPage(scope, claimId, now);
    const clocks = (page?.clocks ?? []).map((clock) => clockView(clock, now));
    if (!("receipt" in outcome.value)) {
      const kept = { replyId: null, sentAt: null, visibleAt: null, receipt: null, flags: [] };
      return reply(201, { complete: false, draft: true, ...kept, clocks });
    }
    const { replyId, sentAt, visibleAt, receipt, verdict } = outcome.value;
    const flags = describeFlags(verdict, locale);
    return reply(201, { complete: true, draft: false, replyId, sentAt, visibleAt, receipt, flags, clocks });
  }),
);
