import { and, eq } from "drizzle-orm";
import { announceOperator } from "@/db/commands/claim-mails";
import { type ClaimRow, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { markFigures, readDisputed } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { insertMessage, startNextReply } from "@/db/commands/messages";
import { settleContest } from "@/db/commands/proof-contests";
import { readClocks } from "@/db/queries/clock-facts";
import { claims } from "@/db/schema/claims";
import { messages } from "@/db/schema/messages";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { asksSeller, type OperatorDecision, stateAfterDecision } from "@/lib/claims/decision";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { ruledOn } from "@/lib/compliance/dispute";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Words = { readonly body: string; readonly locale: string };
type Done = { readonly claimId: string };
export type OperatorRefusal = "not_allowed" | "not_found" | "claim_closed" | "not_escalated";

/**
 * The operator writes on a claim, in its own name, for the seller and the customer to read. It answers nothing in
 * the seller's place: every clock goes on.
 */
export async function writeAsOperator(
  scope: AdminScope,
  input: { readonly claimId: string; readonly words: Words },
  now: Instant,
): Promise<Outcome<Done, OperatorRefusal>> {
  return onOpenClaim(scope, input.claimId, now, async (tx, act, claim) => {
    await say(tx, act, claim, input.words);
    await settleClaim(tx, act, claim.state);
    return accepted({ claimId: claim.id });
  });
}

/**
 * The operator decides what was put before it, with reasons both sides read, and gives the claim back. Told to answer
 * or to do something, the seller has the time of an answer to a follow-up.
 */
export async function decideClaim(
  scope: AdminScope,
  input: { readonly claimId: string; readonly decision: OperatorDecision; readonly words: Words },
  now: Instant,
): Promise<Outcome<Done, OperatorRefusal>> {
  return onOpenClaim(scope, input.claimId, now, async (tx, act, claim) => {
    if (claim.state !== "escalated") return refused("not_escalated");
    const messageId = await say(tx, act, claim, input.words);
    const payload = { decision: input.decision, messageId };
    await appendEvent(tx, { ...originOf(act), type: "claim_decided", payload });
    const facts = ruledOn(input.decision, await readDisputed(tx, act)).map((measure) => ({ measure, detail: "" }));
    await markFigures(tx, act, { at: now, facts });
    if (input.decision !== "back_to_seller") {
      const ruling = input.decision === "for_seller" ? "upheld" : "overturned";
      await settleContest(tx, act, { ruling, reason: input.words.body });
    }
    if (asksSeller(input.decision) && !(await owesFirstAnswer(tx, act))) await startNextReply(tx, act, claim, now);
    const clocks = await readClocks(tx, act.sellerId, act.claimId);
    await settleClaim(tx, act, stateAfterDecision(input.decision, clocks));
    return accepted({ claimId: claim.id });
  });
}

/** Before the first answer its own clock runs already. */
async function owesFirstAnswer(tx: Transaction, act: ClaimAct): Promise<boolean> {
  const clocks = await readClocks(tx, act.sellerId, act.claimId);
  return clocks.some(({ kind, stoppedAt, cancelledAt }) => kind === "reply" && !stoppedAt && !cancelledAt);
}

/** The operator's words to both sides, in the conversation and by mail. */
export async function say(tx: Transaction, act: ClaimAct, claim: ClaimRow, words: Words): Promise<string> {
  const isFirst = !(await hasSpoken(tx, act));
  if (isFirst) await appendEvent(tx, { ...originOf(act), type: "operator_joined", payload: {} });
  const message = { author: "operator", visibility: "conversation", ...words, sentAt: act.now } as const;
  const messageId = await insertMessage(tx, act, message);
  await announceOperator(tx, act, { claim, messageId });
  return messageId;
}

async function hasSpoken(tx: Transaction, { sellerId, claimId }: ClaimAct): Promise<boolean> {
  const said = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.sellerId, sellerId), eq(messages.claimId, claimId), eq(messages.author, "operator")))
    .limit(1);
  return said.length > 0;
}

/** An open claim of any seller, locked, for somebody of the operator who may handle it. */
export async function onOpenClaim<Reason extends string>(
  scope: AdminScope,
  claimId: string,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, claim: ClaimRow) => Promise<Outcome<Done, Reason>>,
): Promise<Outcome<Done, Reason | "not_allowed" | "not_found" | "claim_closed">> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockAnyClaim(tx, claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    return run(tx, { sellerId: claim.sellerId, claimId, actor: scope.actor, now }, claim);
  });
}

/** A claim of any seller, which an operator's scope reaches; its identifier is unique by its making. */
export async function lockAnyClaim(tx: Transaction, claimId: string): Promise<ClaimRow | undefined> {
  const [claim] = await tx.select().from(claims).where(eq(claims.id, claimId)).for("update");
  return claim;
}
