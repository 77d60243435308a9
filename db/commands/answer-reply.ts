import { and, eq, isNull, lte } from "drizzle-orm";
import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf, startClocks } from "@/db/commands/clocks";
import { putClockBeside, readCommitments, settleCommitments } from "@/db/commands/commitments";
import { appendEvent } from "@/db/commands/journal";
import { startNextReply } from "@/db/commands/messages";
import { holdCalendars } from "@/db/queries/calendar-overrides";
import { readClocks } from "@/db/queries/clock-facts";
import { readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { clockContext, withOrigins } from "@/lib/claims/opening";
import { openClock } from "@/lib/deadlines/open-clock";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { Remedy } from "@/lib/replies/remedy";
import { acceptanceOf } from "@/lib/replies/solution";

export type ReplyAnswer =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused" }
  | { readonly kind: "chosen"; readonly remedy: Remedy };

export type AnswerRefusal = "not_found" | "already_answered" | "claim_closed" | "nothing_to_answer";

/**
 * The customer accepts or refuses a solution, or chooses a remedy (C. conso. L217-12), through the link.
 *
 * Accepting a refund or a re-shipment ends the proof-of-delivery clock; accepting the refund of a parcel never
 * delivered ends the contract, from which its refund clock runs (L216-7). A refusal puts the seller's turn at once.
 */
export async function answerReply(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly replyId: string; readonly answer: ReplyAnswer },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, AnswerRefusal>> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const reply = claim && (await findShownReply(tx, scope, { ...input, now }));
    if (!claim || !reply) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    if (reply.customerAnswer) return refused("already_answered");
    if (input.answer.kind !== "chosen" && acceptanceOf(reply.solution) === "none") return refused("nothing_to_answer");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    await recordAnswer(tx, act, reply.id, input.answer);
    await applyAnswer(tx, act, { claim, replyId: reply.id, solution: reply.solution, answer: input.answer });
    return accepted({ claimId: claim.id });
  });
}

/** Row-level security already hides drafts and undone answers; nothing is shown before its ten seconds are over. */
async function findShownReply(
  tx: Transaction,
  scope: CustomerScope,
  { claimId, replyId, now }: { readonly claimId: string; readonly replyId: string; readonly now: Instant },
) {
  const [reply] = await tx
    .select({ id: replies.id, solution: replies.solution, customerAnswer: replies.customerAnswer })
    .from(replies)
    .where(
      and(
        eq(replies.sellerId, scope.sellerId),
        eq(replies.claimId, claimId),
        eq(replies.id, replyId),
        lte(replies.visibleAt, now),
      ),
    );
  return reply;
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
  const proposed = promised.filter((row) => row.status === "proposed");
  await settleCommitments(tx, act, { rows: proposed, to: answer.kind === "refused" ? "refused" : "open" });
  if (answer.kind === "accepted" && acceptanceOf(solution) === "ends_proof_clock") await endProofClock(tx, act);
  if (answer.kind === "accepted" && solution === "refund") {
    await startDeliveryRefund(tx, act, claim);
    const refunds = promised.filter((row) => row.kind === "refund");
    await putClockBeside(tx, act, { promises: refunds, kind: "delivery_refund" });
  }
  if (answer.kind !== "accepted") await startNextReply(tx, act, claim, act.now);
  const waits = claim.state === "awaiting_customer" && answer.kind !== "accepted";
  await settleClaim(tx, act, waits ? "awaiting_seller" : claim.state);
}

async function endProofClock(tx: Transaction, act: ClaimAct): Promise<void> {
  for (const clock of await readClocks(tx, act.sellerId, act.claimId)) {
    if (clock.kind === "proof_of_delivery") await cancelClock(tx, act, clock, "refund_or_reshipment_accepted");
  }
}

/** @see Code de la consommation, art. L216-7: 14 calendar days from the end of the contract */
async function startDeliveryRefund(tx: Transaction, act: ClaimAct, claim: Answered["claim"]): Promise<void> {
  const facts = await readOrderFacts(tx, act.sellerId, claim.orderId);
  if (!facts) throw new Error(`Order ${claim.orderId} disappeared`);
  const policy = await getPolicy(tx, claim.policyVersion);
  const context = clockContext(facts.order, {
    policy: policy.content.deadlines,
    marketplace: await getMarketplace(tx),
    calendarOf: await holdCalendars(tx),
  });
  await startClocks(tx, act, withOrigins([openClock("delivery_refund", act.now, context)], claim.situation, context));
}
