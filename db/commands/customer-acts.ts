import { and, eq, isNull, lte } from "drizzle-orm";
import { announceContested, announceMessage } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock, originOf } from "@/db/commands/clocks";
import { fulfilCommitments, messageEvidence, readCommitments, settleCommitments } from "@/db/commands/commitments";
import { markFigures } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { addCustomerMessage, insertMessage, startNextReply } from "@/db/commands/messages";
import { openContest } from "@/db/commands/proof-contests";
import { readClocks } from "@/db/queries/clock-facts";
import { listOwnActs } from "@/db/queries/own-acts";
import { documents } from "@/db/schema/documents";
import { orders } from "@/db/schema/orders";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay } from "@/lib/calendar/zone";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Done = { readonly claimId: string };
/** What the customer says with the act, in the words and language they read it in. */
type Words = { readonly body: string; readonly locale: string };

export type ParcelRefusal = "not_found" | "claim_closed" | "already_done" | "day_in_future" | "day_before_order";

/**
 * The customer has the parcel after all. The seller need no longer prove a delivery nor ask the carrier, whatever it
 * promised; its answer, and the days of the other clocks, go on.
 *
 * @param receivedOn civil day in the delivery territory
 */
export async function confirmParcel(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly receivedOn: IsoDate; readonly words: Words },
  now: Instant,
): Promise<Outcome<Done, ParcelRefusal>> {
  return onOpenClaim(scope, input.claimId, now, async (tx, act, claim) => {
    const refusal = await judgeDay(tx, claim, input.receivedOn, now);
    if (refusal) return refused(refusal, { receivedOn: [refusal] });
    const done = await listOwnActs(tx, act);
    if (done.some((fact) => fact.type === "parcel_confirmed")) return refused("already_done");
    await appendEvent(tx, { ...originOf(act), type: "parcel_confirmed", payload: { receivedOn: input.receivedOn } });
    for (const clock of await readClocks(tx, act.sellerId, act.claimId)) {
      if (clock.kind === "proof_of_delivery") await cancelClock(tx, act, clock, "received_by_customer");
    }
    const said = { author: "customer", visibility: "conversation", ...input.words, sentAt: now } as const;
    const messageId = await insertMessage(tx, act, said);
    await endSearch(tx, act, messageId);
    await settleClaim(tx, act, claim.state);
    await announceMessage(tx, act, { claim, messageId, author: "customer" });
    return accepted({ claimId: act.claimId });
  });
}

/** What was promised of a parcel that was looked for: it came, and nothing is left to prove or to ask. */
async function endSearch(tx: Transaction, act: ClaimAct, messageId: string): Promise<void> {
  const evidence = { reference: messageEvidence(messageId), at: act.now };
  await fulfilCommitments(tx, act, { keeps: ({ kind }) => kind === "parcel_arrival", evidence, clocks: [] });
  const promised = await readCommitments(tx, act.sellerId, act.claimId);
  const moot = promised.filter(
    ({ kind, status }) => status === "open" && (kind === "proof_of_delivery" || kind === "carrier_inquiry"),
  );
  await settleCommitments(tx, act, { rows: moot, to: "withdrawn" });
}

async function judgeDay(
  tx: Transaction,
  claim: ClaimRow,
  receivedOn: IsoDate,
  now: Instant,
): Promise<"day_in_future" | "day_before_order" | undefined> {
  const [order] = await tx
    .select({ placedAt: orders.placedAt, address: orders.shippingAddress })
    .from(orders)
    .where(and(eq(orders.sellerId, claim.sellerId), eq(orders.id, claim.orderId)));
  if (!order) throw new Error(`Order ${claim.orderId} disappeared`);
  const { zone } = territoryOf(order.address.postcode, order.address.country);
  if (receivedOn > localDay(now, zone)) return "day_in_future";
  return receivedOn < localDay(order.placedAt, zone) ? "day_before_order" : undefined;
}

/**
 * « Ce n'est pas moi » : the customer contests what the carrier says. A proof already sent keeps the clock it met and
 * counts as contested; it is the seller's turn.
 */
export async function contestDelivery(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly words: Words },
  now: Instant,
): Promise<Outcome<Done, "not_found" | "claim_closed" | "already_done">> {
  return onOpenClaim(scope, input.claimId, now, async (tx, act, claim) => {
    const proofs = await contestProofs(tx, act);
    const done = await listOwnActs(tx, act);
    const isRepeated = proofs.length === 0 && done.some((fact) => fact.type === "proof_contested");
    if (isRepeated) return refused("already_done");
    await appendEvent(tx, { ...originOf(act), type: "proof_contested", payload: { documentIds: proofs } });
    await markFigures(tx, act, { at: now, facts: [{ measure: "proof_contested", detail: "" }] });
    await openContest(tx, act, proofs);
    if (await isAnswered(tx, act)) await startNextReply(tx, act, claim, now);
    await announceContested(tx, act, claim);
    await addCustomerMessage(tx, act, { ...input.words, receivedAt: now });
    return accepted({ claimId: act.claimId });
  });
}

/** Before the first answer its own clock runs already; afterwards the objection starts one, whoever's turn it was. */
async function isAnswered(tx: Transaction, act: ClaimAct): Promise<boolean> {
  const known = await readClocks(tx, act.sellerId, act.claimId);
  return known.some((clock) => clock.kind === "reply" && clock.stoppedAt !== null);
}

async function contestProofs(tx: Transaction, act: ClaimAct): Promise<string[]> {
  const rows = await tx
    .update(documents)
    .set({ contestedAt: act.now })
    .where(
      and(
        eq(documents.sellerId, act.sellerId),
        eq(documents.claimId, act.claimId),
        eq(documents.kind, "proof_of_delivery"),
        lte(documents.sentAt, act.now),
        isNull(documents.contestedAt),
      ),
    )
    .returning({ id: documents.id });
  return rows.map((row) => row.id);
}

/** The customer says the answer was read: noted once, by a deliberate act, for a mail's scanner reads pages too. */
export async function recordAnswerOpened(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly replyId: string },
  now: Instant,
): Promise<Outcome<Done, "not_found">> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const [reply] = await tx
      .select({ id: replies.id })
      .from(replies)
      .where(
        and(
          eq(replies.sellerId, scope.sellerId),
          eq(replies.claimId, input.claimId),
          eq(replies.id, input.replyId),
          lte(replies.visibleAt, now),
        ),
      );
    if (!claim || !reply) return refused("not_found");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const known = (await listOwnActs(tx, act)).some(
      (fact) => fact.type === "answer_opened" && fact.replyId === input.replyId,
    );
    if (!known) {
      await appendEvent(tx, { ...originOf(act), type: "answer_opened", payload: { replyId: input.replyId } });
    }
    return accepted({ claimId: claim.id });
  });
}

async function onOpenClaim<Reason extends string>(
  scope: CustomerScope,
  claimId: string,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, claim: ClaimRow) => Promise<Outcome<Done, Reason>>,
): Promise<Outcome<Done, Reason | "not_found" | "claim_closed">> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    return run(tx, { sellerId: scope.sellerId, claimId, actor: scope.actor, now }, claim);
  });
}
