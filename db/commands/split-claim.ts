import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { announceOperator } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { writeClaim } from "@/db/commands/insert-claim";
import { appendEvent } from "@/db/commands/journal";
import { insertMessage, startNextReply } from "@/db/commands/messages";
import { lockAnyClaim } from "@/db/commands/operator-claim";
import { decideSituation, readClaimedLines, type SituationRefusal } from "@/db/commands/requalified-claim";
import { readClocks } from "@/db/queries/clock-facts";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { claimLines } from "@/db/schema/claims";
import { messages } from "@/db/schema/messages";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import type { Opening } from "@/lib/claims/opening";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { newClaimReference } from "@/lib/claims/reference";
import { requalifyClocks, takesConsent } from "@/lib/claims/requalification";
import { type LinePart, restOfLines, type SplitRefusal } from "@/lib/claims/split";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type ClaimSplit = {
  readonly claimId: string;
  readonly situation: Situation;
  /** Each line of the order once. */
  readonly lines: readonly LinePart[];
  /** Why, as both sides read it on both claims. */
  readonly words: { readonly body: string; readonly locale: string };
};

export type SplitClaimRefusal =
  | SplitRefusal
  | SituationRefusal
  | "not_allowed"
  | "not_found"
  | "claim_closed"
  | "consent_needed";

/**
 * The operator takes lines of a claim into a second one of another situation. Its clocks count from the original
 * instants; what ended on the first claim is not counted again, and once that was answered the second waits for an
 * answer of its own. What takes the customer's consent is not split off: they are asked, or say it themselves.
 */
export async function splitClaim(
  scope: AdminScope,
  input: ClaimSplit,
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, SplitClaimRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockAnyClaim(tx, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    if (takesConsent(claim.situation, input.situation)) return refused("consent_needed");
    const facts = await readOrderFacts(tx, claim.sellerId, claim.orderId);
    if (!facts) throw new Error(`Order ${claim.orderId} disappeared`);
    const claimed = await readClaimedLines(tx, claim);
    const rest = restOfLines(claimed.length > 0 ? claimed : wholeOrder(facts), input.lines);
    if (!rest.ok) return rest;
    const opening = await decideSituation(tx, claim, input.situation, input.lines);
    if (!opening.ok) return opening;
    const act: ClaimAct = { sellerId: claim.sellerId, claimId: claim.id, actor: scope.actor, now };
    const second: ClaimAct = { ...act, claimId: uuidv7() };
    await keepLines(tx, claim, rest.value);
    await openSecond(tx, second, { claim, facts, opening: opening.value, input });
    const lines = input.lines.map((line) => ({ ...line }));
    const payload = { openedClaimId: second.claimId, situation: input.situation, lines };
    await appendEvent(tx, { ...originOf(act), type: "claim_split", payload });
    const messageId = await explain(tx, act, input);
    await explain(tx, second, input);
    await settleClaim(tx, act, claim.state);
    await announceOperator(tx, act, { claim, messageId });
    return accepted({ claimId: second.claimId });
  });
}

function wholeOrder(facts: OrderFacts): readonly LinePart[] {
  return facts.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
}

async function keepLines(tx: Transaction, claim: ClaimRow, rest: readonly LinePart[]): Promise<void> {
  const { sellerId, id: claimId } = claim;
  await tx.delete(claimLines).where(and(eq(claimLines.sellerId, sellerId), eq(claimLines.claimId, claimId)));
  await tx.insert(claimLines).values(rest.map((line) => ({ ...line, sellerId, claimId })));
}

async function openSecond(
  tx: Transaction,
  act: ClaimAct,
  split: {
    readonly claim: ClaimRow;
    readonly facts: OrderFacts;
    readonly opening: Opening;
    readonly input: ClaimSplit;
  },
): Promise<void> {
  const { claim, facts, opening, input } = split;
  const known = await readClocks(tx, claim.sellerId, claim.id);
  const { start } = requalifyClocks(known, opening.clocks, { promised: [], now: act.now });
  const { channelId, statementSentAt, receivedAt, policyVersion } = claim;
  const words = await firstWords(tx, claim);
  await writeClaim(tx, act, {
    input: { orderNumber: facts.order.number, situation: input.situation, message: words.body },
    locale: words.locale,
    recordedBy: "operator",
    claimed: input.lines,
    reference: newClaimReference(),
    state: "awaiting_seller",
    opening: { ...opening, clocks: start },
    openedFrom: claim.id,
    ...{ channelId, statementSentAt, receivedAt, policyVersion, facts },
  });
  const opened = await lockClaim(tx, act.sellerId, act.claimId);
  if (!opened) throw new Error(`Claim ${act.claimId} was not written`);
  if (!start.some(({ kind }) => kind === "reply")) await startNextReply(tx, act, opened, act.now);
  await settleClaim(tx, act, input.situation === "other" ? "to_triage" : "awaiting_seller");
}

/** What the customer first wrote is what both claims are about. */
async function firstWords(tx: Transaction, claim: ClaimRow): Promise<{ body: string; locale: string }> {
  const [message] = await tx
    .select({ body: messages.body, locale: messages.locale })
    .from(messages)
    .where(and(eq(messages.sellerId, claim.sellerId), eq(messages.claimId, claim.id), eq(messages.author, "customer")))
    .orderBy(messages.sentAt, messages.id)
    .limit(1);
  if (!message) throw new Error(`Claim ${claim.id} has no first message`);
  return message;
}

async function explain(tx: Transaction, act: ClaimAct, { words }: ClaimSplit): Promise<string> {
  return insertMessage(tx, act, { author: "operator", visibility: "conversation", ...words, sentAt: act.now });
}
