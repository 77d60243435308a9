import { z } from "zod";
import { openClaim } from "@/db/commands/open-claim";
import type { OpenClaimRefusal, OpenedClaim } from "@/db/commands/opened-claim";
import { resendLink } from "@/db/commands/resend-link";
import { settleSubmission } from "@/db/commands/submissions";
import { findSubmission, listOrdersOfNumber, type Submission } from "@/db/queries/submissions";
import type { Actor, AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { isSameIdentity } from "@/lib/claims/identity";
import { submittedIdentity } from "@/lib/claims/schema";
import { localeFrom } from "@/lib/i18n/locale";
import { type Outcome, refused } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { entryScope, jobScope, sweepScope } from "@/lib/server/scope";

/** Looks for the order of what came through a public form; without exactly one, it waits for the operator. */
export const matchSubmissionTask = defineTask(z.object({ submissionId: z.uuid() }), ({ submissionId }) =>
  matchSubmission(submissionId, currentTime()),
);

export async function matchSubmission(submissionId: string, now: Instant): Promise<void> {
  const scope = sweepScope("match_submission");
  const submission = await findSubmission(scope, submissionId);
  if (submission?.status !== "waiting") return;
  const identity = submittedIdentity.parse(submission.identity);
  const orders = await listOrdersOfNumber(entryScope(submission.orderNumber));
  const [match, ...others] = orders.filter((order) => isSameIdentity(identity, order));
  if (!match || others.length > 0) return;
  const claim = await openFromSubmission(submission, match.sellerId, { actor: { kind: "visitor" }, now });
  if (!claim.ok) return;
  await settleSubmission(scope, matchOf(submission, match.sellerId, claim.value), now);
  await resendWhenJoined(claim.value, match.sellerId, now);
}

/** A new claim mails its link by itself; who wrote about one that is open gets the link again. */
async function resendWhenJoined(claim: OpenedClaim, sellerId: string, now: Instant): Promise<void> {
  if (claim.result === "joined") await resendLink(jobScope(sellerId, { kind: "visitor" }), claim.orderId, now);
}

export type AttachRefusal = OpenClaimRefusal | "not_found";

/** The operator names the order of what waits: the claim opens with the instant it was sent at. */
export async function attachSubmission(
  scope: AdminScope,
  input: { readonly submissionId: string; readonly sellerId: string; readonly orderNumber: string },
  now: Instant,
): Promise<Outcome<OpenedClaim, AttachRefusal>> {
  const submission = await findSubmission(scope, input.submissionId);
  if (submission?.status !== "waiting") return refused("not_found");
  const named = { ...submission, orderNumber: input.orderNumber };
  const claim = await openFromSubmission(named, input.sellerId, { actor: scope.actor, now });
  if (!claim.ok) return claim;
  await settleSubmission(scope, matchOf(submission, input.sellerId, claim.value), now);
  await resendWhenJoined(claim.value, input.sellerId, now);
  return claim;
}

/** The identifier of the submission makes a second try, after a crash in between, find the claim of the first. */
function openFromSubmission(
  submission: Submission,
  sellerId: string,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
) {
  const { id, orderNumber, situation, message, locale, submittedAt } = submission;
  const instants = { statementSentAt: submittedAt, receivedAt: submittedAt };
  return openClaim(
    jobScope(sellerId, actor),
    {
      input: { orderNumber, situation, message, channel: "site", externalId: `submission:${id}`, ...instants },
      recordedBy: "customer",
      locale: localeFrom(locale),
    },
    now,
  );
}

function matchOf({ id }: Submission, sellerId: string, { claimId }: OpenedClaim) {
  return { submissionId: id, match: { sellerId, claimId } };
}
