import { and, eq, inArray } from "drizzle-orm";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf, restartClock } from "@/db/commands/clocks";
import { readCommitments, reopenCommitments, settleCommitments } from "@/db/commands/commitments";
import { unmarkReply } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { readClocks } from "@/db/queries/clock-facts";
import { documents } from "@/db/schema/documents";
import { mails } from "@/db/schema/mails";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type UndoRefusal = "not_allowed" | "not_found" | "too_late";

/**
 * Take an answer back before anybody saw it, within the ten seconds in which nothing is shown or mailed. The
 * undoing is an event of its own, and the clocks are as if they had never stopped.
 */
export async function undoReply(
  scope: OneSellerScope,
  input: { readonly claimId: string; readonly replyId: string },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, UndoRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const reply = claim && (await findOwnReply(tx, scope, input));
    if (!claim || !reply?.sentAt || !reply.visibleAt) return refused("not_found");
    // A customer who was quick answered before this act had its turn.
    if (now >= reply.visibleAt || reply.customerAnswer) return refused("too_late");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    await tx.update(replies).set({ status: "undone", undoneAt: now, updatedAt: now }).where(ofReply(act, reply.id));
    await unmarkReply(tx, act, reply.id);
    await appendEvent(tx, { ...originOf(act), type: "reply_undone", payload: { replyId: reply.id } });
    await releaseClocks(tx, act, reply.sentAt);
    await takeBack(tx, act, reply.id);
    await settleClaim(tx, act, claim.state === "escalated" ? "escalated" : "awaiting_seller");
    return accepted({ claimId: claim.id });
  });
}

async function findOwnReply(tx: Transaction, scope: OneSellerScope, input: { claimId: string; replyId: string }) {
  const [reply] = await tx
    .select({
      id: replies.id,
      sentAt: replies.sentAt,
      visibleAt: replies.visibleAt,
      customerAnswer: replies.customerAnswer,
    })
    .from(replies)
    .where(
      and(
        eq(replies.sellerId, scope.sellerId),
        eq(replies.claimId, input.claimId),
        eq(replies.id, input.replyId),
        eq(replies.status, "sent"),
        eq(replies.author, actorText(scope.actor)),
      ),
    );
  return reply;
}

function ofReply(act: ClaimAct, replyId: string) {
  return and(eq(replies.sellerId, act.sellerId), eq(replies.id, replyId));
}

/** The clocks this answer ended are those that ended at its very instant; those it started never ran. */
async function releaseClocks(tx: Transaction, act: ClaimAct, sentAt: Instant): Promise<void> {
  for (const clock of await readClocks(tx, act.sellerId, act.claimId)) {
    const isEndedHere = clock.stoppedAt === sentAt || clock.cancelledAt === sentAt;
    if (isEndedHere && clock.whoseTurn === "seller") await restartClock(tx, act, clock);
    const isStartedHere = clock.kind === "return_cost_refund" && clock.createdAt === sentAt;
    if (isStartedHere) await cancelClock(tx, act, clock, "undone");
  }
}

async function takeBack(tx: Transaction, act: ClaimAct, replyId: string): Promise<void> {
  const promised = (await readCommitments(tx, act.sellerId, act.claimId)).filter((row) => row.replyId === replyId);
  await settleCommitments(tx, act, { rows: promised, to: "withdrawn" });
  await reopenCommitments(tx, act, replyId);
  await tx
    .update(documents)
    .set({ replyId: null, sentAt: null })
    .where(and(eq(documents.sellerId, act.sellerId), eq(documents.replyId, replyId)));
  await tx
    .update(mails)
    .set({ status: "cancelled" })
    .where(
      and(
        eq(mails.sellerId, act.sellerId),
        inArray(mails.dedupeKey, [`claim:${act.claimId}:reply:${replyId}:customer`]),
        eq(mails.status, "queued"),
      ),
    );
}
