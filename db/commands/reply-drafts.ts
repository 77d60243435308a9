import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { lockClaim } from "@/db/commands/claim-state";
import { maskedReply } from "@/db/queries/known-numbers";
import { replies } from "@/db/schema/replies";
import { withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { ReplyInput } from "@/lib/replies/schema";

/** Keep an answer as it is being written, one per author and claim. No clock is touched and nobody is told. */
export async function saveDraft(
  scope: OneSellerScope,
  input: { readonly claimId: string; readonly reply: ReplyInput },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, "not_allowed" | "not_found" | "claim_closed">> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const content = await maskedReply(tx, { sellerId: scope.sellerId, claimId: claim.id }, input.reply);
    const written = { solution: content.solution, content, updatedAt: now };
    await tx
      .insert(replies)
      .values({
        ...written,
        sellerId: scope.sellerId,
        id: uuidv7(),
        claimId: claim.id,
        status: "draft",
        policyVersion: claim.policyVersion,
        author: actorText(scope.actor),
      })
      .onConflictDoUpdate({
        target: [replies.sellerId, replies.claimId, replies.author],
        targetWhere: sql`status = 'draft'`,
        set: written,
      });
    return accepted({ claimId: claim.id });
  });
}
