import { and, eq } from "drizzle-orm";
import { type ClaimedLine, findSameOpen } from "@/db/commands/claim-duplicates";
import { type ClaimRow, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf, startClocks } from "@/db/commands/clocks";
import { readCommitments } from "@/db/commands/commitments";
import { markFigures } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { startNextReply } from "@/db/commands/messages";
import { holdCalendars } from "@/db/queries/calendar-overrides";
import { readClocks } from "@/db/queries/clock-facts";
import { readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { claimLines, claims } from "@/db/schema/claims";
import type { Transaction } from "@/db/scope";
import type { Situation } from "@/lib/claims/claim";
import { decideOpening, type Opening } from "@/lib/claims/opening";
import { requalifyClocks, stateAfterRequalification } from "@/lib/claims/requalification";
import { type Outcome, refused } from "@/lib/outcome";

export type SituationRefusal = "same_situation" | "situation_open" | "delivery_before_dispatch";

/**
 * What opens with another situation of a claim, or why it cannot be of it.
 *
 * @param lines what of the order the situation is about; what the claim is about when left out
 */
export async function decideSituation(
  tx: Transaction,
  claim: ClaimRow,
  to: Situation,
  lines?: readonly ClaimedLine[],
): Promise<Outcome<Opening, SituationRefusal>> {
  if (claim.situation === to) return refused("same_situation", { to: ["same_situation"] });
  const claimed = lines ?? (await readClaimedLines(tx, claim));
  const search = { orderId: claim.orderId, situation: to, exceptId: claim.id };
  if (await findSameOpen(tx, claim.sellerId, search, claimed)) {
    return refused("situation_open", { to: ["situation_open"] });
  }
  const facts = await readOrderFacts(tx, claim.sellerId, claim.orderId);
  if (!facts) throw new Error(`Order ${claim.orderId} disappeared`);
  const about = facts.lines.filter((line) => claimed.some(({ orderLineId }) => orderLineId === line.id));
  const { statementSentAt, receivedAt } = claim;
  const { order, parcels } = facts;
  const policy = await getPolicy(tx, claim.policyVersion);
  return decideOpening(
    { situation: to, statementSentAt, receivedAt, lines: about.length > 0 ? about : facts.lines, order, parcels },
    {
      policy: policy.content.deadlines,
      marketplace: await getMarketplace(tx),
      calendarOf: await holdCalendars(tx),
    },
  );
}

export async function readClaimedLines(tx: Transaction, claim: Pick<ClaimRow, "sellerId" | "id">) {
  return tx
    .select({ orderLineId: claimLines.orderLineId, quantity: claimLines.quantity })
    .from(claimLines)
    .where(and(eq(claimLines.sellerId, claim.sellerId), eq(claimLines.claimId, claim.id)));
}

/**
 * Give a claim its new situation, with the phase and the clocks it would have had from the start. Who was already
 * answered about the wrong situation waits for an answer to the right one, from now.
 */
export async function applySituation(
  tx: Transaction,
  act: ClaimAct,
  change: {
    readonly claim: ClaimRow;
    readonly to: Situation;
    readonly opening: Opening;
    readonly requalificationId: string;
  },
): Promise<void> {
  const { claim, to, opening, requalificationId } = change;
  const phase = opening.withdrawal?.phase ?? null;
  const phaseReason = opening.withdrawal?.reason ?? null;
  const decided = { situation: to, phase, phaseReason };
  await tx
    .update(claims)
    .set(decided)
    .where(and(eq(claims.sellerId, act.sellerId), eq(claims.id, act.claimId)));
  const payload = { requalificationId, from: claim.situation, ...decided };
  await appendEvent(tx, { ...originOf(act), type: "claim_requalified", payload });
  if (claim.situation !== "other") {
    await markFigures(tx, act, { at: claim.receivedAt, facts: [{ measure: "requalified", detail: "" }] });
  }
  const promises = await readCommitments(tx, act.sellerId, act.claimId);
  const promised = promises.flatMap(({ status, clockId }) => (status === "open" && clockId ? [clockId] : []));
  const known = await readClocks(tx, act.sellerId, act.claimId);
  const { cancel, start, needsAnswer } = requalifyClocks(known, opening.clocks, { promised, now: act.now });
  for (const clock of cancel) await cancelClock(tx, act, clock, "requalified");
  await startClocks(tx, act, start);
  if (needsAnswer) await startNextReply(tx, act, { ...claim, situation: to }, act.now);
  await settleClaim(tx, act, stateAfterRequalification(claim.state, to));
}
