import { settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { markFigures, readDisputed } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { startNextReply } from "@/db/commands/messages";
import { type OperatorRefusal, onOpenClaim, say } from "@/db/commands/operator-claim";
import { settleContest } from "@/db/commands/proof-contests";
import { readClocks } from "@/db/queries/clock-facts";
import type { Transaction } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ContestRuling } from "@/lib/evidence/proof-contest";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type Ruling = {
  readonly claimId: string;
  readonly ruling: ContestRuling;
  /** The operator's own reasons, kept apart from the sentence that goes before them. */
  readonly reason: string;
  /** Ruling and reasons as both sides read them. */
  readonly words: { readonly body: string; readonly locale: string };
};

/**
 * The operator rules on a contested delivery, with reasons both sides read. The clock a proof met stays met. A
 * proof that does not hold leaves the customer's objection unanswered: the seller has the time of a follow-up.
 */
export async function ruleContest(
  scope: AdminScope,
  { claimId, ruling, reason, words }: Ruling,
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, Exclude<OperatorRefusal, "not_escalated"> | "not_contested">> {
  return onOpenClaim(scope, claimId, now, async (tx, act, claim) => {
    const contest = await settleContest(tx, act, { ruling, reason });
    if (!contest) return refused("not_contested");
    const messageId = await say(tx, act, claim, words);
    const payload = { contestId: contest.id, ruling, documentIds: contest.documentIds, messageId };
    await appendEvent(tx, { ...originOf(act), type: "proof_contest_ruled", payload });
    await markRuling(tx, act, ruling);
    if (ruling === "overturned" && !(await owesWords(tx, act))) await startNextReply(tx, act, claim, now);
    const isAsked = ruling === "overturned" && claim.state === "awaiting_customer";
    await settleClaim(tx, act, isAsked ? "awaiting_seller" : claim.state);
    return accepted({ claimId });
  });
}

async function markRuling(tx: Transaction, act: ClaimAct, ruling: ContestRuling): Promise<void> {
  const { proof } = await readDisputed(tx, act);
  if (proof) await markFigures(tx, act, { at: act.now, facts: [{ measure: `proof_${ruling}`, detail: "" }] });
}

/** An answer is awaited already, under a clock of its own. */
async function owesWords(tx: Transaction, act: ClaimAct): Promise<boolean> {
  const clocks = await readClocks(tx, act.sellerId, act.claimId);
  return clocks.some(
    ({ kind, stoppedAt, cancelledAt }) => (kind === "reply" || kind === "next_reply") && !stoppedAt && !cancelledAt,
  );
}
