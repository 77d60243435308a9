import { type AttachRefusal, openSubmission } from "@/db/commands/attach-submission";
import type { ClaimToOpen, OpenedClaim } from "@/db/commands/opened-claim";
import { resendLink } from "@/db/commands/resend-link";
import type { Submission } from "@/db/queries/submissions";
import type { Actor, AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { OpenClaimInput } from "@/lib/claims/schema";
import { localeFrom } from "@/lib/i18n/locale";
import type { Outcome } from "@/lib/outcome";
import { jobScope } from "@/lib/server/scope";

type Found = {
  readonly submission: Submission;
  readonly sellerId: string;
  /** As the seller writes it: what was typed may differ from it in case, spaces and signs. */
  readonly orderNumber: string;
  /** What of the order it is about; all of it when absent. */
  readonly lines?: OpenClaimInput["lines"];
};

/**
 * Open the claim of a submission on a seller's order, with the instant it was sent at, and settle it. Refused, the
 * submission goes on waiting.
 */
export async function attachAs(
  by: { readonly scope: AdminScope | Extract<JobScope, { readonly kind: "sweep" }>; readonly actor: Actor },
  found: Found,
  now: Instant,
): Promise<Outcome<OpenedClaim, AttachRefusal>> {
  const { sellerId, submission } = found;
  const seller = jobScope(sellerId, by.actor);
  const claim = await openSubmission(by.scope, { submissionId: submission.id, seller, opening: openingOf(found) }, now);
  if (!claim.ok) return claim;
  // A new claim mails its link by itself; who wrote about one that is open gets the link again.
  if (claim.value.result === "joined")
    await resendLink(jobScope(sellerId, { kind: "visitor" }), claim.value.orderId, now);
  return claim;
}

function openingOf({ submission, orderNumber, lines }: Found): ClaimToOpen {
  const { id, situation, message, locale, submittedAt } = submission;
  const instants = { statementSentAt: submittedAt, receivedAt: submittedAt };
  return {
    input: { orderNumber, situation, message, channel: "site", externalId: `submission:${id}`, lines, ...instants },
    recordedBy: "customer",
    locale: localeFrom(locale),
  };
}
