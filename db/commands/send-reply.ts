import { and, eq, gte } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { startClaimClock } from "@/db/commands/claim-clock";
import { announceReply } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf, stopClock } from "@/db/commands/clocks";
import { fulfilCommitments, openCommitments, replyEvidence } from "@/db/commands/commitments";
import { markReply } from "@/db/commands/figure-marks";
import { appendEvent, type Receipt } from "@/db/commands/journal";
import { sendDocuments } from "@/db/commands/sent-documents";
import { readClocks } from "@/db/queries/clock-facts";
import { maskedReply } from "@/db/queries/known-numbers";
import { readReplyContext } from "@/db/queries/reply-context";
import { type DocumentFault, findDocumentFaults } from "@/db/queries/reply-documents";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Refusal, refused } from "@/lib/outcome";
import { judgeReply } from "@/lib/replies/completeness";
import { effectsOfReply, type ReplyEffects } from "@/lib/replies/effects";
import type { ReplyInput } from "@/lib/replies/schema";
import { visibleFrom } from "@/lib/replies/undo";
import type { ReplyVerdict } from "@/lib/replies/verdict";

export type ReplyToSend = {
  readonly claimId: string;
  readonly reply: ReplyInput;
  /** The claim's revision when the form was opened; an answer sent since by someone else is told. */
  readonly revision?: number | undefined;
};

export type SentReply = {
  readonly replyId: string;
  readonly verdict: ReplyVerdict;
  readonly sentAt: Instant;
  readonly visibleAt: Instant;
  /** Hash of the answer's event: its author's receipt. */
  readonly receipt: Receipt;
};

export type ReplyRefusal = "not_allowed" | "not_found" | "claim_closed" | "answered_meanwhile" | DocumentFault;
export type ReplyOutcome =
  | { readonly ok: true; readonly value: SentReply }
  | Refusal<ReplyRefusal>
  | (Refusal<"incomplete"> & { readonly verdict: ReplyVerdict });

/**
 * Send a structured answer. A complete one stops the clocks it meets at the instant of sending; an incomplete one
 * is refused with what is missing, and nothing is stored. Of two agents at the same instant one wins.
 */
export async function sendReply(scope: OneSellerScope, input: ReplyToSend, now: Instant): Promise<ReplyOutcome> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const documentIds = input.reply.documentIds ?? [];
    const [isStale, faults, context] = await Promise.all([
      isAnsweredSince(tx, claim, input.revision),
      findDocumentFaults(tx, claim, documentIds),
      readReplyContext(tx, claim, { documentIds, now }),
    ]);
    if (isStale) return refused("answered_meanwhile");
    if (faults) return refused(faults.reason, faults.fields);
    const verdict = judgeReply(input.reply, context);
    if (!verdict.complete) return { ok: false, reason: "incomplete", verdict };
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const reply = await maskedReply(tx, act, input.reply);
    const sent = await insertReply(tx, act, { claim, reply, verdict });
    await applyEffects(tx, act, { claim, replyId: sent.replyId, effects: effectsOfReply(reply, context) });
    await announceReply(tx, act, { claim, replyId: sent.replyId, visibleAt: sent.visibleAt });
    return accepted(sent);
  });
}

/** Only an answer makes the form stale: a message or a note loses nothing. */
async function isAnsweredSince(tx: Transaction, claim: ClaimRow, revision: number | undefined): Promise<boolean> {
  if (revision === undefined) return false;
  const since = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(ofClaim(claim), eq(replies.status, "sent"), gte(replies.claimRevision, revision)))
    .limit(1);
  return since.length > 0;
}

function ofClaim(claim: Pick<ClaimRow, "sellerId" | "id">) {
  return and(eq(replies.sellerId, claim.sellerId), eq(replies.claimId, claim.id));
}

async function insertReply(
  tx: Transaction,
  act: ClaimAct,
  { claim, reply, verdict }: { readonly claim: ClaimRow; readonly reply: ReplyInput; readonly verdict: ReplyVerdict },
): Promise<SentReply> {
  const author = actorText(act.actor);
  const replyId = (await findDraft(tx, claim, author)) ?? uuidv7();
  const visibleAt = visibleFrom(act.now);
  const judged = { solution: reply.solution, policyVersion: claim.policyVersion };
  const row = {
    ...judged,
    content: reply,
    status: "sent" as const,
    author,
    claimRevision: claim.revision,
    sentAt: act.now,
    visibleAt,
    updatedAt: act.now,
  };
  await tx
    .insert(replies)
    .values({ ...row, sellerId: act.sellerId, id: replyId, claimId: claim.id })
    .onConflictDoUpdate({ target: [replies.sellerId, replies.id], set: row });
  await sendDocuments(tx, act, { orderId: claim.orderId, documentIds: reply.documentIds ?? [], with: { replyId } });
  const figures = await markReply(tx, act, { claim, replyId, solution: reply.solution, words: reply.message ?? "" });
  const flags = verdict.flags.map((flag) => flag.code);
  const payload = { replyId, ...judged, content: { ...reply }, flags, ...figures };
  const receipt = await appendEvent(tx, { ...originOf(act), type: "reply_sent", payload });
  return { replyId, verdict, sentAt: act.now, visibleAt, receipt };
}

/** The author's draft becomes the answer, so that sending leaves no draft behind. */
async function findDraft(tx: Transaction, claim: ClaimRow, author: string): Promise<string | undefined> {
  const [draft] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(ofClaim(claim), eq(replies.author, author), eq(replies.status, "draft")));
  return draft?.id;
}

async function applyEffects(
  tx: Transaction,
  act: ClaimAct,
  { claim, replyId, effects }: { readonly claim: ClaimRow; readonly replyId: string; readonly effects: ReplyEffects },
): Promise<void> {
  const clocks = await readClocks(tx, act.sellerId, act.claimId);
  for (const clock of clocks) {
    if (effects.meets.includes(clock.kind)) await stopClock(tx, act, clock, act.now);
    if (effects.cancels.includes(clock.kind)) await cancelClock(tx, act, clock, "answered");
  }
  const evidence = { reference: replyEvidence(replyId), at: act.now };
  await fulfilCommitments(tx, act, { keeps: ({ kind }) => effects.keeps.includes(kind), evidence, clocks: [] });
  for (const kind of effects.starts) await startClaimClock(tx, act, claim, { kind, at: act.now });
  const beside = effects.starts.length > 0 ? await readClocks(tx, act.sellerId, act.claimId) : clocks;
  await openCommitments(tx, act, { replyId, drafts: effects.opens, status: "open", clocks: beside });
  await openCommitments(tx, act, { replyId, drafts: effects.opensWhenAccepted, status: "proposed", clocks: beside });
  await settleClaim(tx, act, claim.state === "escalated" ? "escalated" : effects.nextState);
}
