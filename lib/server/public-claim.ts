import { openClaim } from "@/db/commands/open-claim";
import { recordSubmission, settleSubmission } from "@/db/commands/submissions";
import { listOrdersOfNumber } from "@/db/queries/submissions";
import type { Instant } from "@/lib/calendar/instant";
import { isSameIdentity } from "@/lib/claims/identity";
import type { SubmissionInput } from "@/lib/claims/schema";
import { entryScope, jobScope } from "@/lib/server/scope";

/**
 * Take in what someone sent through the public form. It is kept first; when number and identity name one order,
 * it becomes a claim and the link goes to the order's address of record. Otherwise it waits for the operator.
 *
 * Answers nothing: the words on screen must not tell whether the order exists.
 */
export async function submitPublicClaim(input: SubmissionInput, now: Instant): Promise<void> {
  const submissionId = await recordSubmission(entryScope(), input, now);
  const orders = await listOrdersOfNumber(entryScope(input.orderNumber));
  const [match, ...others] = orders.filter((order) => isSameIdentity(input.identity, order));
  if (!match || others.length > 0) return;
  const scope = jobScope(match.sellerId, { kind: "visitor" });
  const { orderNumber, situation, message, locale } = input;
  const claim = await openClaim(
    scope,
    { input: { orderNumber, situation, message, channel: "site" }, recordedBy: "customer", locale },
    now,
  );
  if (!claim.ok) return;
  await settleSubmission(
    entryScope(),
    { submissionId, match: { sellerId: match.sellerId, claimId: claim.value.claimId } },
    now,
  );
}
