import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { startClaimClock } from "@/db/commands/claim-clock";
import { announceAnswer } from "@/db/commands/claim-mails";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf } from "@/db/commands/clocks";
import {
  type CommitmentRow,
  postponeCommitments,
  putClockBeside,
  readCommitments,
  settleCommitments,
} from "@/db/commands/commitments";
import { markFigures } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { startNextReply } from "@/db/commands/messages";
import { readClocks } from "@/db/queries/clock-facts";
import { getMarketplace } from "@/db/queries/policy";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { dueAfterYes } from "@/lib/replies/accepted-day";
import type { ReplyAnswer } from "@/lib/replies/reply-answer";
import { acceptanceOf } from "@/lib/replies/solution";

export type AnswerRefusal =
  | "not_found"
  | "already_answered"
  | "answered_anew"
  | "offer_withdrawn"
  | "claim_closed"
  | "nothing_to_answer";

/**
 * The customer accepts or refuses a solution, or chooses a remedy (C. conso. L217-12), through the link.
 *
 * Accepting a refund or a re-shipment ends the proof-of-delivery clock; accepting the refund of a parcel never
 * delivered ends the contract, from which its refund clock runs (L216-7). A refusal or another choice frees the
 * seller of what the answer promised and puts the seller's turn at once. The seller is told by mail. What the seller
 * has answered anew since the page was read binds nobody: the new answer is to be read first.
 */
export async function answerReply(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly replyId: string; readonly answer: ReplyAnswer },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, AnswerRefusal>> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const shown = claim ? await readShownReplies(tx, scope, { claimId: claim.id, now }) : [];
    const reply = shown.find(({ id }) => id === input.replyId);
    if (!claim || !reply) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    if (reply.customerAnswer) return refused("already_answered");
    if (reply.id !== shown[0]?.id) return refused("answered_anew");
    if (reply.withdrawnAt) return refused("offer_withdrawn");
    if (input.answer.kind !== "chosen" && acceptanceOf(reply.solution) === "none") return refused("nothing_to_answer");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    await recordAnswer(tx, act, reply.id, input.answer);
    await markFigures(tx, act, {
      at: now,
      facts: [{ measure: "solution_answered", detail: `${reply.solution}:${input.answer.kind}` }],
    });
    await applyAnswer(tx, act, { claim, replyId: reply.id, solution: reply.solution, answer: input.answer });
    return accepted({ claimId: claim.id });
  });
}

/**
 * Newest first. Row-level security already hides drafts and undone answers; nothing is shown before its ten seconds
 * are over.
 */
function readShownReplies(
  tx: Transaction,
  scope: CustomerScope,
  { claimId, now }: { readonly claimId: string; readonly now: Instant },
) {
  return tx
    .select({
      id: replies.id,
      solution: replies.solution,
      customerAnswer: replies.customerAnswer,
      withdrawnAt: replies.withdrawnAt,
    })
    .from(replies)
    .where(and(eq(replies.sellerId, scope.sellerId), eq(replies.claimId, claimId), lte(replies.visibleAt, now)))
    .orderBy(desc(replies.sentAt), desc(replies.id));
}

async function recordAnswer(tx: Transaction, act: ClaimAct, replyId: string, answer: ReplyAnswer): Promise<void> {
  const remedy = answer.kind === "chosen" ? answer.remedy : null;
  await tx
    .update(replies)
    .set({ customerAnswer: answer.kind, customerAnsweredAt: act.now, chosenRemedy: remedy })
    .where(and(eq(replies.sellerId, act.sellerId), eq(replies.id, replyId), isNull(replies.customerAnswer)));
  const payload = { replyId, answer: answer.kind, remedy };
  await appendEvent(tx, { ...originOf(act), type: "reply_answered", payload });
}

type Answered = {
  readonly claim: NonNullable<Awaited<ReturnType<typeof lockClaim>>>;
  readonly replyId: string;
  readonly solution: Parameters<typeof acceptanceOf>[0];
  readonly answer: ReplyAnswer;
};

async function applyAnswer(tx: Transaction, act: ClaimAct, answered: Answered): Promise<void> {
  const { claim, replyId, solution, answer } = answered;
  const promised = (await readCommitments(tx, act.sellerId, act.claimId)).filter((row) => row.replyId === replyId);
  const settled = settledBy(answer, promised);
  await settleCommitments(tx, act, settled);
  if (settled.to === "open") await postponeCommitments(tx, act, await postponedFrom(tx, act, settled.rows));
  if (answer.kind === "accepted" && acceptanceOf(solution) === "ends_proof_clock") await endProofClock(tx, act);
  if (answer.kind === "accepted" && solution === "refund") {
    // 14 calendar days from the end of the contract (C. conso. L216-7).
    await startClaimClock(tx, act, claim, { kind: "delivery_refund", at: act.now });
    const refunds = promised.filter((row) => row.kind === "refund");
    await putClockBeside(tx, act, { promises: refunds, kind: "delivery_refund" });
  }
  if (answer.kind !== "accepted") await startNextReply(tx, act, claim, act.now);
  const waits = claim.state === "awaiting_customer" && answer.kind !== "accepted";
  await settleClaim(tx, act, waits ? "awaiting_seller" : claim.state);
  await announceAnswer(tx, act, { claim, replyId, answer });
}

/** Promises that waited for this yes longer than their day allows. */
async function postponedFrom(tx: Transaction, { now }: ClaimAct, rows: readonly CommitmentRow[]) {
  const acceptedOn = localDay(now, (await getMarketplace(tx)).zone);
  return rows.flatMap((row) => {
    const dueOn = row.dueOn && dueAfterYes(row.dueOn, acceptedOn);
    return dueOn && dueOn !== row.dueOn ? [{ row, dueOn }] : [];
  });
}

/** A yes makes what was proposed binding; a no or another choice ends whatever of it is not done yet. */
function settledBy(answer: ReplyAnswer, promised: readonly CommitmentRow[]) {
  const proposed = promised.filter((row) => row.status === "proposed");
  const unkept = promised.filter((row) => row.status === "proposed" || row.status === "open");
  switch (answer.kind) {
    case "accepted":
      return { rows: proposed, to: "open" } as const;
    case "refused":
      return { rows: unkept, to: "refused" } as const;
    case "chosen":
      return { rows: unkept, to: "withdrawn" } as const;
  }
}

async function endProofClock(tx: Transaction, act: ClaimAct): Promise<void> {
  for (const clock of await readClocks(tx, act.sellerId, act.claimId)) {
    if (clock.kind === "proof_of_delivery") await cancelClock(tx, act, clock, "refund_or_reshipment_accepted");
  }
}
