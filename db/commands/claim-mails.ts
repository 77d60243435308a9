import { and, desc, eq, isNull } from "drizzle-orm";
import type { ClaimRow } from "@/db/commands/claim-state";
import type { ClaimAct } from "@/db/commands/clocks";
import { correspondents, mailCustomer, mailSeller, valuesOf } from "@/db/commands/correspondents";
import { queueMail } from "@/db/commands/mails";
import { getMarketplace } from "@/db/queries/policy";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { MailValue } from "@/lib/notifications/mail-content";
import type { ReplyAnswer } from "@/lib/replies/reply-answer";

/** The customer is told where to follow the claim, the seller that one waits. */
export async function announceOpening(
  tx: Transaction,
  act: ClaimAct,
  claim: { readonly orderId: string; readonly reference: string; readonly recordedBy: string },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  const due = await replyDue(tx, act);
  const template = claim.recordedBy === "seller" ? "claim_recorded_by_seller" : "claim_received";
  await mailCustomer(tx, act, people, { template, stage: "opened", values: { ...values, ...due } });
  await mailSeller(tx, act, {
    template: "claim_opened_for_seller",
    stage: "opened",
    values: { ...values, ...due },
  });
}

/** One side wrote, the other is told. */
export async function announceMessage(
  tx: Transaction,
  act: ClaimAct,
  message: { readonly claim: ClaimRow; readonly messageId: string; readonly author: "customer" | "seller" },
): Promise<void> {
  const { claim, messageId, author } = message;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  const stage = `message:${messageId}`;
  if (author === "seller") return mailCustomer(tx, act, people, { template: "message_to_customer", stage, values });
  return mailSeller(tx, act, { template: "message_to_seller", stage, values });
}

/** The answer reaches the customer once it can no longer be undone. */
export async function announceReply(
  tx: Transaction,
  act: ClaimAct,
  reply: { readonly claim: ClaimRow; readonly replyId: string; readonly visibleAt: Instant },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, reply.claim.orderId);
  await mailCustomer(tx, act, people, {
    template: "answer_sent",
    stage: `reply:${reply.replyId}`,
    values: valuesOf(act, reply.claim.reference, people),
    notBefore: reply.visibleAt,
  });
}

/** The seller reads another situation in the claim: the customer is asked, and nothing changes meanwhile. */
export async function announceQuestion(
  tx: Transaction,
  act: ClaimAct,
  { claim, requalificationId }: { readonly claim: ClaimRow; readonly requalificationId: string },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  await mailCustomer(tx, act, people, {
    template: "requalification_asked",
    stage: `requalification:${requalificationId}`,
    values: valuesOf(act, claim.reference, people),
  });
}

/** The operator wrote on the claim: both sides are told. */
export async function announceOperator(
  tx: Transaction,
  act: ClaimAct,
  { claim, messageId }: { readonly claim: ClaimRow; readonly messageId: string },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const mail = { stage: `operator:${messageId}`, values: valuesOf(act, claim.reference, people) };
  await mailCustomer(tx, act, people, { ...mail, template: "operator_wrote_to_customer" });
  await mailSeller(tx, act, { ...mail, template: "operator_wrote_to_seller" });
}

/** The claim closed by itself: the customer is told, and that they may reopen it. */
export async function announceClosure(tx: Transaction, act: ClaimAct, claim: ClaimRow): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  await mailCustomer(tx, act, people, { template: "claim_closed", stage: `closed:${act.now}`, values });
}

/** The customer said yes or no to another situation: the seller is told. */
export async function announceConsent(
  tx: Transaction,
  act: ClaimAct,
  told: { readonly claim: ClaimRow; readonly requalificationId: string; readonly answer: "given" | "refused" },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, told.claim.orderId);
  await mailSeller(tx, act, {
    template: "requalification_answered",
    stage: `requalification:${told.requalificationId}`,
    values: { ...valuesOf(act, told.claim.reference, people), answer: told.answer },
  });
}

/** The customer said more about the claim. One question follows another: an hour of answers is one piece of news. */
export async function announceIntake(tx: Transaction, act: ClaimAct, claim: ClaimRow): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  const hour = act.now.slice(0, 13);
  await mailSeller(tx, act, { template: "intake_answered", stage: `intake:${hour}`, values });
}

/** The customer said yes or no to an answer, or chose another remedy: the seller is told, and by when to go on. */
export async function announceAnswer(
  tx: Transaction,
  act: ClaimAct,
  told: { readonly claim: ClaimRow; readonly replyId: string; readonly answer: ReplyAnswer },
): Promise<void> {
  const { claim, replyId, answer } = told;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const awaited = answer.kind === "accepted" ? {} : await dueOf(tx, act, "next_reply");
  const remedy = answer.kind === "chosen" ? { remedy: { remedy: answer.remedy } } : {};
  const values = { ...valuesOf(act, claim.reference, people), ...remedy, ...awaited, answer: answer.kind };
  await mailSeller(tx, act, { template: "answer_decided", stage: `decided:${replyId}`, values });
}

/** One side asks for help: the operator is told, at the marketplace's own address. */
export async function announceEscalation(
  tx: Transaction,
  act: ClaimAct,
  { claim, by }: { readonly claim: ClaimRow; readonly by: "customer" | "seller" },
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const { contactEmail } = await getMarketplace(tx);
  await queueMail(
    tx,
    {
      template: "escalated_to_operator",
      values: { ...valuesOf(act, claim.reference, people), by },
      sellerId: act.sellerId,
      claimId: act.claimId,
      dedupeKey: `claim:${act.claimId}:escalated:${act.now}:operator`,
      recipient: contactEmail,
      locale: "fr",
    },
    act.now,
  );
  await mailSeller(tx, act, {
    template: "help_asked",
    stage: `escalated:${act.now}`,
    values: valuesOf(act, claim.reference, people),
  });
}

/** « Ce n'est pas moi » : the seller is told at once, and the customer is asked to sign what they said. */
export async function announceContested(tx: Transaction, act: ClaimAct, claim: ClaimRow): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  const stage = `contested:${act.now}`;
  await mailSeller(tx, act, { template: "delivery_contested", stage, values });
  await mailCustomer(tx, act, people, { template: "attestation_asked", stage, values });
}

async function replyDue(tx: Transaction, act: ClaimAct): Promise<{ dueOn: MailValue }> {
  const due = await dueOf(tx, act, "reply");
  if (!due) throw new Error(`Claim ${act.claimId} has no reply clock`);
  return due;
}

/** Last day of the claim's latest clock of a kind, unless it is stopped. */
async function dueOf(
  tx: Transaction,
  { sellerId, claimId }: ClaimAct,
  kind: DeadlineKind,
): Promise<{ dueOn: MailValue } | undefined> {
  const [clock] = await tx
    .select({ dueOn: clocks.dueOn })
    .from(clocks)
    .where(
      and(
        eq(clocks.sellerId, sellerId),
        eq(clocks.claimId, claimId),
        eq(clocks.kind, kind),
        isNull(clocks.stoppedAt),
        isNull(clocks.cancelledAt),
      ),
    )
    .orderBy(desc(clocks.startsAt));
  return clock && { dueOn: { day: clock.dueOn } };
}
