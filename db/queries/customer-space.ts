import { and, asc, desc, eq, inArray, isNotNull, lte, or } from "drizzle-orm";
import { readCommitments } from "@/db/commands/commitments";
import { readClocks } from "@/db/queries/clock-facts";
import { readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace } from "@/db/queries/policy";
import { readReplyContext } from "@/db/queries/reply-context";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { messages } from "@/db/schema/messages";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** The order a customer's link opens, with its claims and all the customer may see of them. */
export async function readCustomerSpace(scope: CustomerScope, now: Instant) {
  return withScope(scope, async (tx) => {
    const order = await readOrderFacts(tx, scope.sellerId, scope.orderId);
    if (!order) throw new Error(`Order ${scope.orderId} disappeared`);
    const claimRows = await tx
      .select()
      .from(claims)
      .where(and(eq(claims.sellerId, scope.sellerId), eq(claims.orderId, scope.orderId)))
      .orderBy(desc(claims.openedAt), asc(claims.id))
      .limit(50);
    const claimsShown = [];
    for (const claim of claimRows) claimsShown.push(await readClaim(tx, claim, now));
    return {
      order,
      seller: await readSeller(tx, scope.sellerId),
      marketplace: await getMarketplace(tx),
      claims: claimsShown,
      documents: await readDocuments(tx, scope, now),
      invoices: await readInvoices(tx, scope),
    };
  });
}

export type CustomerSpace = Awaited<ReturnType<typeof readCustomerSpace>>;
export type CustomerClaim = CustomerSpace["claims"][number];

async function readClaim(tx: Transaction, claim: typeof claims.$inferSelect, now: Instant) {
  const { sellerId, id } = claim;
  return {
    claim,
    clocks: await readClocks(tx, sellerId, id),
    commitments: (await readCommitments(tx, sellerId, id)).filter((row) => row.status !== "withdrawn"),
    messages: await tx
      .select()
      .from(messages)
      .where(and(eq(messages.sellerId, sellerId), eq(messages.claimId, id), eq(messages.visibility, "conversation")))
      .orderBy(asc(messages.sentAt), asc(messages.id))
      .limit(500),
    // Nothing is shown while its author may still take it back.
    replies: await tx
      .select()
      .from(replies)
      .where(
        and(
          eq(replies.sellerId, sellerId),
          eq(replies.claimId, id),
          eq(replies.status, "sent"),
          lte(replies.visibleAt, now),
        ),
      )
      .orderBy(asc(replies.sentAt), asc(replies.id)),
    context: await readReplyContext(tx, claim, { documentIds: [], now }),
  };
}

/** The seller as the law wants it named to a consumer: name, after-sales contact, mediator. */
async function readSeller(tx: Transaction, sellerId: string) {
  const [seller] = await tx
    .select({ name: sellers.name, contact: sellers.contact, mediator: sellers.mediator })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!seller) throw new Error(`Seller ${sellerId} disappeared`);
  return seller;
}

/** Files sent with an answer the customer may already see, and the customer's own, verified or on their way. */
async function readDocuments(tx: Transaction, scope: CustomerScope, now: Instant) {
  const shown = tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.sellerId, scope.sellerId), eq(replies.status, "sent"), lte(replies.visibleAt, now)));
  return tx
    .select({
      id: documents.id,
      claimId: documents.claimId,
      replyId: documents.replyId,
      kind: documents.kind,
      status: documents.status,
      fileName: documents.fileName,
      verifiedType: documents.verifiedType,
      sizeBytes: documents.sizeBytes,
      facts: documents.facts,
      refusalReason: documents.refusalReason,
      uploadedBy: documents.uploadedBy,
      sentAt: documents.sentAt,
    })
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, scope.sellerId),
        eq(documents.orderId, scope.orderId),
        isNotNull(documents.sentAt),
        or(eq(documents.uploadedBy, actorText(scope.actor)), inArray(documents.replyId, shown)),
      ),
    )
    .orderBy(asc(documents.uploadedAt), asc(documents.id))
    .limit(200);
}

async function readInvoices(tx: Transaction, scope: CustomerScope) {
  return tx
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      currency: invoices.currency,
      grossCents: invoices.grossCents,
      document: invoices.document,
    })
    .from(invoices)
    .where(and(eq(invoices.sellerId, scope.sellerId), eq(invoices.orderId, scope.orderId)))
    .orderBy(desc(invoices.issuedAt))
    .limit(20);
}
