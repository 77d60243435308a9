import { and, eq } from "drizzle-orm";
import { announceMessage } from "@/db/commands/claim-mails";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { readCommitments, settleCommitments } from "@/db/commands/commitments";
import { appendEvent } from "@/db/commands/journal";
import { insertMessage, startNextReply } from "@/db/commands/messages";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { acceptanceOf } from "@/lib/replies/solution";

export type WithdrawOfferRefusal =
  | "not_allowed"
  | "not_found"
  | "claim_closed"
  | "already_answered"
  | "not_an_offer"
  | "answer_leaving";

/**
 * Take back an offer that the customer has read and not answered. It can no longer be accepted, the customer reads
 * why, and another answer is due within the marketplace's time. Of a yes and a withdrawal at once, the first counts.
 *
 * @see Code civil, art. 1115 and 1116: an offer stands for the time it names, or else a reasonable one
 */
export async function withdrawOffer(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: {
    readonly claimId: string;
    readonly replyId: string;
    readonly message: string;
    /** Of the message. */
    readonly locale: string;
  },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, WithdrawOfferRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const reply = claim && (await findSent(tx, scope.sellerId, input));
    if (!claim || !reply?.visibleAt) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    if (acceptanceOf(reply.solution) !== "required" || reply.withdrawnAt) return refused("not_an_offer");
    if (reply.customerAnswer) return refused("already_answered");
    // Nobody has read it yet: it is undone, not withdrawn.
    if (now < reply.visibleAt) return refused("answer_leaving");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    await tx.update(replies).set({ withdrawnAt: now, updatedAt: now }).where(ofReply(scope.sellerId, input));
    await appendEvent(tx, { ...originOf(act), type: "offer_withdrawn", payload: { replyId: reply.id } });
    const proposed = (await readCommitments(tx, act.sellerId, act.claimId)).filter(
      ({ replyId, status }) => replyId === reply.id && status === "proposed",
    );
    await settleCommitments(tx, act, { rows: proposed, to: "withdrawn" });
    const { message: body, locale } = input;
    const written = { author: "seller", visibility: "conversation", body, locale, sentAt: now } as const;
    const messageId = await insertMessage(tx, act, written);
    await startNextReply(tx, act, claim, now);
    await settleClaim(tx, act, claim.state === "awaiting_customer" ? "awaiting_seller" : claim.state);
    await announceMessage(tx, act, { claim, messageId, author: "seller" });
    return accepted({ claimId: claim.id });
  });
}

type OfReply = { readonly claimId: string; readonly replyId: string };

async function findSent(tx: Transaction, sellerId: string, input: OfReply) {
  const [reply] = await tx
    .select({
      id: replies.id,
      solution: replies.solution,
      visibleAt: replies.visibleAt,
      customerAnswer: replies.customerAnswer,
      withdrawnAt: replies.withdrawnAt,
    })
    .from(replies)
    .where(and(ofReply(sellerId, input), eq(replies.status, "sent")));
  return reply;
}

function ofReply(sellerId: string, { claimId, replyId }: OfReply) {
  return and(eq(replies.sellerId, sellerId), eq(replies.claimId, claimId), eq(replies.id, replyId));
}
