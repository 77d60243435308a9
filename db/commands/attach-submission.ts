import { and, eq } from "drizzle-orm";
import { openClaimIn } from "@/db/commands/open-claim";
import type { ClaimToOpen, OpenClaimRefusal, OpenedClaim } from "@/db/commands/opened-claim";
import { settleIn } from "@/db/commands/submissions";
import { submissions } from "@/db/schema/links";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type Outcome, refused } from "@/lib/outcome";

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;
type SellerJob = Extract<JobScope, { readonly kind: "job" }>;
export type AttachRefusal = OpenClaimRefusal | "not_found";

/**
 * Open the claim of a submission that waits and settle it, in one transaction that holds its row: of two orders named
 * for it at one moment, one gets the claim and the other finds it settled. Refused, the submission goes on waiting.
 *
 * @param scope reaches the submission and the seller's rows alike; the claim is opened as `seller`
 */
export async function openSubmission(
  scope: AdminScope | SweepScope,
  found: { readonly submissionId: string; readonly seller: SellerJob; readonly opening: ClaimToOpen },
  now: Instant,
): Promise<Outcome<OpenedClaim, AttachRefusal>> {
  const { submissionId, seller, opening } = found;
  return withScope(scope, async (tx) => {
    if (!(await lockWaiting(tx, submissionId))) return refused("not_found");
    const claim = await openClaimIn(tx, seller, opening, now);
    if (!claim.ok) return claim;
    const match = { sellerId: seller.sellerId, claimId: claim.value.claimId };
    await settleIn(tx, { submissionId, match }, { actor: seller.actor, now });
    return claim;
  });
}

async function lockWaiting(tx: Transaction, submissionId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), eq(submissions.status, "waiting")))
    .for("update");
  return rows.length > 0;
}
