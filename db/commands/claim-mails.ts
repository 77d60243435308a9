import { and, desc, eq, isNull } from "drizzle-orm";
import type { ClaimRow } from "@/db/commands/claim-state";
import type { ClaimAct } from "@/db/commands/clocks";
import { ensureLink } from "@/db/commands/links";
import { queueMail } from "@/db/commands/mails";
import { writeNotice } from "@/db/commands/notices";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { MailTemplate, MailValue } from "@/lib/notifications/mail-content";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { ReplyAnswer } from "@/lib/replies/reply-answer";

type Correspondents = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly customerEmail: string | null;
  readonly customerLocale: string;
  readonly sellerName: string;
  readonly sellerEmail: string | undefined;
};

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

/** « Ce n'est pas moi » : the seller is told at once that the customer contests the delivery. */
export async function announceContested(tx: Transaction, act: ClaimAct, claim: ClaimRow): Promise<void> {
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = valuesOf(act, claim.reference, people);
  await mailSeller(tx, act, { template: "delivery_contested", stage: `contested:${act.now}`, values });
}

/** What was promised is done: the customer is told, once for each promise. */
export async function announceKept(
  tx: Transaction,
  act: ClaimAct,
  promises: readonly { readonly id: string; readonly kind: CommitmentKind }[],
): Promise<void> {
  const claim = promises.length > 0 ? await findClaim(tx, act) : undefined;
  if (!claim) return;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  for (const { id, kind } of promises) {
    const values = { ...valuesOf(act, claim.reference, people), promise: { promise: kind } };
    await mailCustomer(tx, act, people, { template: "promise_kept", stage: `kept:${id}`, values });
  }
}

/** What the customer was asked and has not done yet, once for each question. */
export async function remindCustomer(
  tx: Transaction,
  act: ClaimAct,
  asked: { readonly orderId: string; readonly reference: string; readonly stage: string } & Asked,
): Promise<void> {
  const people = await correspondents(tx, act.sellerId, asked.orderId);
  const due = asked.dueOn ? { dueOn: { day: asked.dueOn } } : {};
  const values = { ...valuesOf(act, asked.reference, people), ...due, asked: asked.asked };
  await mailCustomer(tx, act, people, { template: "customer_reminder", stage: `reminder:${asked.stage}`, values });
}

/** A mail could not be delivered: its seller is told, for the customer knows nothing of it. */
export async function announceBounce(
  tx: Transaction,
  act: ClaimAct,
  bounced: { readonly mailId: string; readonly recipient: string },
): Promise<void> {
  const claim = await findClaim(tx, act);
  if (!claim) return;
  const people = await correspondents(tx, act.sellerId, claim.orderId);
  const values = { ...valuesOf(act, claim.reference, people), email: bounced.recipient };
  await mailSeller(tx, act, { template: "mail_bounced", stage: `bounced:${bounced.mailId}`, values });
}

type Asked = { readonly asked: "decision" | "return"; readonly dueOn?: string };

async function findClaim(tx: Transaction, { sellerId, claimId }: ClaimAct) {
  const [claim] = await tx
    .select({ orderId: claims.orderId, reference: claims.reference })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.id, claimId)));
  return claim;
}

/** What every mail about a claim may say. */
function valuesOf({ claimId }: ClaimAct, reference: string, people: Correspondents) {
  return { claimId, reference, orderNumber: people.orderNumber, seller: people.sellerName };
}

type ClaimMail = {
  readonly template: MailTemplate;
  readonly stage: string;
  readonly values: Readonly<Record<string, MailValue>>;
  readonly notBefore?: Instant;
};

async function mailCustomer(tx: Transaction, act: ClaimAct, people: Correspondents, mail: ClaimMail): Promise<void> {
  if (!people.customerEmail) return;
  const { sellerId, claimId, actor, now } = act;
  const link = await ensureLink(tx, { sellerId, orderId: people.orderId, audience: "mailed" }, { actor, now, claimId });
  const { stage, ...content } = mail;
  await queueMail(
    tx,
    {
      ...content,
      values: { ...mail.values, customerName: people.customerName },
      sellerId,
      claimId,
      linkId: link.id,
      dedupeKey: `claim:${claimId}:${stage}:customer`,
      recipient: people.customerEmail,
      replyTo: people.sellerEmail,
      locale: people.customerLocale,
    },
    now,
  );
}

async function mailSeller(tx: Transaction, act: ClaimAct, mail: ClaimMail): Promise<void> {
  const { stage, template, values } = mail;
  const { sellerId, claimId, now } = act;
  await writeNotice(tx, { template, values, sellerId, claimId, dedupeKey: `claim:${claimId}:${stage}:seller` }, now);
}

async function correspondents(tx: Transaction, sellerId: string, orderId: string): Promise<Correspondents> {
  const [row] = await tx
    .select({
      orderId: orders.id,
      orderNumber: orders.number,
      customerName: orders.customerName,
      customerEmail: mailedAddress,
      customerLocale: orders.customerLocale,
      sellerName: sellers.name,
      contact: sellers.contact,
    })
    .from(orders)
    .innerJoin(sellers, eq(sellers.id, orders.sellerId))
    .leftJoin(customerLinks, ofMailedLink)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  if (!row) throw new Error(`Order ${orderId} disappeared`);
  const { contact, ...columns } = row;
  return { ...columns, sellerEmail: contact?.email };
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
