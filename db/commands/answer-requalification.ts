import { and, eq } from "drizzle-orm";
import { announceConsent } from "@/db/commands/claim-mails";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { applySituation, decideSituation, type SituationRefusal } from "@/db/commands/requalified-claim";
import { requalifications } from "@/db/schema/requalifications";
import { type Transaction, withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayActAsCustomer } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type ConsentRefusal = SituationRefusal | "not_found" | "claim_closed" | "already_answered";

/**
 * The customer agrees that the claim is of another situation, or not. With their agreement it has, from its original
 * instants, the clocks of that situation; without it nothing changes.
 */
export async function answerRequalification(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly requalificationId: string; readonly answer: "given" | "refused" },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, ConsentRefusal>> {
  if (!mayActAsCustomer(scope)) return refused("not_found");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const question = claim && (await findAsked(tx, scope, input));
    if (!claim || !question) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    if (question.consent !== "asked") return refused("already_answered");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const { id: requalificationId, toSituation: to } = question;
    if (input.answer === "refused") {
      await recordConsent(tx, act, { requalificationId, consent: "refused" });
      await settleClaim(tx, act, claim.state);
    } else {
      const opening = await decideSituation(tx, claim, to);
      if (!opening.ok) return opening;
      await recordConsent(tx, act, { requalificationId, consent: "given" });
      await applySituation(tx, act, { claim, to, opening: opening.value, requalificationId });
    }
    await announceConsent(tx, act, { claim, requalificationId, answer: input.answer });
    return accepted({ claimId: claim.id });
  });
}

async function findAsked(
  tx: Transaction,
  scope: CustomerScope,
  input: { readonly claimId: string; readonly requalificationId: string },
) {
  const [question] = await tx
    .select({
      id: requalifications.id,
      toSituation: requalifications.toSituation,
      consent: requalifications.consent,
    })
    .from(requalifications)
    .where(
      and(
        eq(requalifications.sellerId, scope.sellerId),
        eq(requalifications.claimId, input.claimId),
        eq(requalifications.id, input.requalificationId),
      ),
    );
  return question?.consent === "not_needed" || question?.consent === "withdrawn" ? undefined : question;
}

async function recordConsent(
  tx: Transaction,
  act: ClaimAct,
  { requalificationId, consent }: { readonly requalificationId: string; readonly consent: "given" | "refused" },
): Promise<void> {
  await tx
    .update(requalifications)
    .set({ consent, decidedAt: act.now, appliedAt: consent === "given" ? act.now : null })
    .where(and(eq(requalifications.sellerId, act.sellerId), eq(requalifications.id, requalificationId)));
  const payload = { requalificationId, consent };
  await appendEvent(tx, { ...originOf(act), type: "requalification_answered", payload });
}
