import { z } from "zod";
import type { AttachRefusal } from "@/db/commands/attach-submission";
import type { OpenedClaim } from "@/db/commands/opened-claim";
import { findSubmission, listOrdersOfNumber } from "@/db/queries/submissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { ordersOfIdentity } from "@/lib/claims/identity";
import { submittedIdentity } from "@/lib/claims/schema";
import { type Outcome, refused } from "@/lib/outcome";
import { attachAs } from "@/lib/server/attach-submission";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { askWhichOrder } from "@/lib/server/order-choice";
import { entryScope, sweepScope } from "@/lib/server/scope";

/**
 * Looks for the order of what came through a public form. Of several the customer is asked which one it is; without
 * any, it waits for the operator.
 */
export const matchSubmissionTask = defineTask(z.object({ submissionId: z.uuid() }), ({ submissionId }) =>
  matchSubmission(submissionId, currentTime()),
);

export async function matchSubmission(submissionId: string, now: Instant): Promise<void> {
  const scope = sweepScope("match_submission");
  const submission = await findSubmission(scope, submissionId);
  if (submission?.status !== "waiting") return;
  const identity = submittedIdentity.parse(submission.identity);
  if (identity.by === "withdrawal" && identity.known) {
    const { actor, sellerId, lines } = identity.known;
    const { orderNumber } = submission;
    const about = lines.length > 0 ? { lines } : {};
    await attachAs({ scope, actor }, { submission, sellerId, orderNumber, ...about }, now);
    return;
  }
  const orders = await listOrdersOfNumber(entryScope(submission.orderNumber));
  const [match, ...others] = ordersOfIdentity(identity, submission.orderNumber, orders);
  if (!match) return;
  if (others.length > 0) return askWhichOrder(submission, [match, ...others], now);
  await attachAs(
    { scope, actor: { kind: "visitor" } },
    { submission, sellerId: match.sellerId, orderNumber: match.number },
    now,
  );
}

/** The operator names the order of what waits: the claim opens with the instant it was sent at. */
export async function attachSubmission(
  scope: AdminScope,
  input: { readonly submissionId: string; readonly sellerId: string; readonly orderNumber: string },
  now: Instant,
): Promise<Outcome<OpenedClaim, AttachRefusal>> {
  const submission = await findSubmission(scope, input.submissionId);
  if (submission?.status !== "waiting") return refused("not_found");
  const { sellerId, orderNumber } = input;
  return attachAs({ scope, actor: scope.actor }, { submission, sellerId, orderNumber }, now);
}
