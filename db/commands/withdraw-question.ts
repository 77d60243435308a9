import { and, eq } from "drizzle-orm";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { mails } from "@/db/schema/mails";
import { requalifications } from "@/db/schema/requalifications";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type WithdrawQuestionRefusal = "not_allowed" | "not_found" | "already_answered";

/**
 * Take back the question of another situation before the customer answers it. Nothing has changed meanwhile, and
 * nothing changes now; the customer reads that it was asked and taken back. A mail still waiting does not leave.
 */
export async function withdrawQuestion(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: { readonly claimId: string; readonly requalificationId: string },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, WithdrawQuestionRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const ofQuestion = and(
      eq(requalifications.sellerId, scope.sellerId),
      eq(requalifications.claimId, input.claimId),
      eq(requalifications.id, input.requalificationId),
    );
    const [question] = await tx.select({ consent: requalifications.consent }).from(requalifications).where(ofQuestion);
    if (!claim || !question) return refused("not_found");
    if (question.consent !== "asked") return refused("already_answered");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const { requalificationId } = input;
    await tx.update(requalifications).set({ consent: "withdrawn" }).where(ofQuestion);
    const payload = { requalificationId, consent: "withdrawn" };
    await appendEvent(tx, { ...originOf(act), type: "requalification_answered", payload });
    await keepMailBack(tx, act, requalificationId);
    await settleClaim(tx, act, claim.state);
    return accepted({ claimId: claim.id });
  });
}

async function keepMailBack(tx: Transaction, act: ClaimAct, requalificationId: string): Promise<void> {
  const key = `claim:${act.claimId}:requalification:${requalificationId}:customer`;
  await tx
    .update(mails)
    .set({ status: "cancelled" })
    .where(and(eq(mails.sellerId, act.sellerId), eq(mails.dedupeKey, key), eq(mails.status, "queued")));
}
