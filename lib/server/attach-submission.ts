import { openClaim } from "@/db/commands/open-claim";
import type { OpenClaimRefusal, OpenedClaim } from "@/db/commands/opened-claim";
import { resendLink } from "@/db/commands/resend-link";
import { settleSubmission } from "@/db/commands/submissions";
import type { Submission } from "@/db/queries/submissions";
import type { Actor, AdminScope, EntryScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { OpenClaimInput } from "@/lib/claims/schema";
import { localeFrom } from "@/lib/i18n/locale";
import type { Outcome } from "@/lib/outcome";
import { jobScope } from "@/lib/server/scope";

type Found = {
  readonly submission: Submission;
  readonly sellerId: string;
  /** What of the order it is about; all of it when absent. */
  readonly lines?: OpenClaimInput["lines"];
};

/**
 * Open the claim of a submission on the seller's order of its number, with the instant it was sent at, and settle it.
 * Refused, the submission goes on waiting.
 */
export async function attachAs(
  by: {
    readonly scope: AdminScope | EntryScope | Extract<JobScope, { readonly kind: "sweep" }>;
    readonly actor: Actor;
  },
  { submission, sellerId, lines }: Found,
  now: Instant,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal>> {
  const claim = await openFromSubmission({ submission, sellerId, lines }, { actor: by.actor, now });
  if (!claim.ok) return claim;
  const match = { sellerId, claimId: claim.value.claimId };
  await settleSubmission(by.scope, { submissionId: submission.id, match }, now);
  // A new claim mails its link by itself; who wrote about one that is open gets the link again.
  if (claim.value.result === "joined")
    await resendLink(jobScope(sellerId, { kind: "visitor" }), claim.value.orderId, now);
  return claim;
}

/** The identifier of the submission makes a second try, after a crash in between, find the claim of the first. */
function openFromSubmission(
  { submission, sellerId, lines }: Found,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
) {
  const { id, orderNumber, situation, message, locale, submittedAt } = submission;
  const instants = { statementSentAt: submittedAt, receivedAt: submittedAt };
  return openClaim(
    jobScope(sellerId, actor),
    {
      input: { orderNumber, situation, message, channel: "site", externalId: `submission:${id}`, lines, ...instants },
      recordedBy: "customer",
      locale: localeFrom(locale),
    },
    now,
  );
}
