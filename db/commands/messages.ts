import { and, desc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { startClaimClock } from "@/db/commands/claim-clock";
import { announceMessage } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf, stopClock } from "@/db/commands/clocks";
import { messageEvidence } from "@/db/commands/commitments";
import { appendEvent } from "@/db/commands/journal";
import { keepLabelPromise, meetProofClock, sendDocuments } from "@/db/commands/sent-documents";
import { readClocks } from "@/db/queries/clock-facts";
import { maskedText } from "@/db/queries/known-numbers";
import { type DocumentFault, findDocumentFaults } from "@/db/queries/reply-documents";
import { messages } from "@/db/schema/messages";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { mayActAsCustomer, mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type NewMessage = {
  readonly author: "customer" | "seller" | "operator" | "system";
  readonly visibility: "conversation" | "internal";
  readonly body: string;
  readonly locale: string;
  readonly sentAt: Instant;
  readonly externalId?: string;
};

/** The row and its event. Bodies were cleaned where they came in; card numbers and IBANs are masked here. */
export async function insertMessage(tx: Transaction, act: ClaimAct, message: NewMessage): Promise<string> {
  const id = uuidv7();
  const { body: written, ...facts } = message;
  const body = await maskedText(tx, act, written);
  await tx.insert(messages).values({
    ...facts,
    body,
    sellerId: act.sellerId,
    id,
    claimId: act.claimId,
    actor: actorText(act.actor),
  });
  await appendEvent(tx, {
    ...originOf(act),
    type: message.visibility === "internal" ? "note_added" : "message_sent",
    payload: { messageId: id, ...facts, body },
  });
  return id;
}

/**
 * A customer's follow-up on an open claim. When the seller's answer was already given, it starts the
 * `next_reply` clock, once: further messages before the answer start no second one.
 */
export async function addCustomerMessage(
  tx: Transaction,
  act: ClaimAct,
  message: { readonly body: string; readonly locale: string; readonly receivedAt: Instant },
): Promise<void> {
  const claim = await lockClaim(tx, act.sellerId, act.claimId);
  if (!claim) throw new Error(`Claim ${act.claimId} disappeared`);
  const messageId = await insertMessage(tx, act, {
    author: "customer",
    visibility: "conversation",
    body: message.body,
    locale: message.locale,
    sentAt: message.receivedAt,
  });
  if (claim.state === "awaiting_customer") await startNextReply(tx, act, claim, message.receivedAt);
  await settleClaim(tx, act, claim.state === "awaiting_customer" ? "awaiting_seller" : claim.state);
  await announceMessage(tx, act, { claim, messageId, author: "customer" });
}

/** @see rules: contract clock `next_reply`, from the customer's follow-up */
export async function startNextReply(tx: Transaction, act: ClaimAct, claim: ClaimRow, at: Instant): Promise<void> {
  await startClaimClock(tx, act, claim, { kind: "next_reply", at });
}

export type MessageInput = {
  readonly claimId: string;
  readonly body: string;
  readonly locale: string;
  readonly visibility: "conversation" | "internal";
};
export type MessageRefusal = "not_allowed" | "not_found" | "claim_closed";

/** Files that leave with a message; a note takes none along. */
export type WithFiles = { readonly documentIds?: readonly string[] | undefined };

/**
 * A free message of the seller or the operator. It meets `next_reply`, a sound proof sent with it meets its own
 * clock, and it stops no `reply` clock; a note meets nothing.
 */
export async function sendMessage(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: MessageInput & WithFiles,
  now: Instant,
): Promise<Outcome<{ readonly messageId: string }, MessageRefusal | DocumentFault>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed" && input.visibility === "conversation") return refused("claim_closed");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const { body, locale, visibility, documentIds = [] } = input;
    const faults = visibility === "internal" ? undefined : await findDocumentFaults(tx, claim, documentIds);
    if (faults) return refused(faults.reason, faults.fields);
    const messageId = await insertMessage(tx, act, { author: "seller", visibility, body, locale, sentAt: now });
    if (visibility === "internal") return accepted({ messageId });
    const sent = await sendDocuments(tx, act, { orderId: claim.orderId, documentIds, with: { messageId } });
    const evidence = { reference: messageEvidence(messageId), at: now };
    await meetProofClock(tx, act, { sent, evidence });
    await keepLabelPromise(tx, act, { sent, evidence });
    await meetNextReply(tx, act);
    await settleClaim(tx, act, await stateAfterMessage(tx, act, claim.state));
    await announceMessage(tx, act, { claim, messageId, author: "seller" });
    return accepted({ messageId });
  });
}

/** Once the answer and its proof are given, a follow-up answered by a message leaves the turn to the customer. */
async function stateAfterMessage(tx: Transaction, act: ClaimAct, state: ClaimRow["state"]): Promise<ClaimRow["state"]> {
  if (state !== "awaiting_seller") return state;
  const owed = (await readClocks(tx, act.sellerId, act.claimId)).filter(
    (clock) => !clock.stoppedAt && !clock.cancelledAt,
  );
  return owed.some(({ kind }) => kind === "reply" || kind === "proof_of_delivery") ? state : "awaiting_customer";
}

/** Any human answer meets the clock a follow-up started. */
export async function meetNextReply(tx: Transaction, act: ClaimAct): Promise<void> {
  for (const clock of await readClocks(tx, act.sellerId, act.claimId)) {
    if (clock.kind === "next_reply") await stopClock(tx, act, clock, act.now);
  }
}

/** What a customer writes through the link. */
export async function sendCustomerMessage(
  scope: Extract<OneSellerScope, { kind: "customer" }>,
  input: Omit<MessageInput, "visibility">,
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, MessageRefusal>> {
  if (!mayActAsCustomer(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    if (await isPostedTwice(tx, act, input.body)) return accepted({ claimId: claim.id });
    await addCustomerMessage(tx, act, { body: input.body, locale: input.locale, receivedAt: now });
    return accepted({ claimId: claim.id });
  });
}

/** The same words within these minutes are one message: a button pressed twice, or a page sent again. */
const SAME_MESSAGE_MINUTES = 2;

async function isPostedTwice(tx: Transaction, act: ClaimAct, written: string): Promise<boolean> {
  const since = fromEpochMs(toEpochMs(act.now) - SAME_MESSAGE_MINUTES * 60_000);
  const [last] = await tx
    .select({ body: messages.body, sentAt: messages.sentAt })
    .from(messages)
    .where(
      and(
        eq(messages.sellerId, act.sellerId),
        eq(messages.claimId, act.claimId),
        eq(messages.actor, actorText(act.actor)),
      ),
    )
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1);
  return last !== undefined && last.sentAt > since && last.body === (await maskedText(tx, act, written));
}
