import { and, asc, desc, eq, isNotNull, ne } from "drizzle-orm";
import { readCommitments } from "@/db/commands/commitments";
import { readOverrides } from "@/db/queries/calendar-overrides";
import { readClocks } from "@/db/queries/clock-facts";
import { readClockMoves } from "@/db/queries/clock-moves";
import { readIntake } from "@/db/queries/intake";
import { readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { readContests } from "@/db/queries/proof-contests";
import { readReplyContext } from "@/db/queries/reply-context";
import { claimLines, claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { messages } from "@/db/schema/messages";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { type AdminScope, actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** Everything the claim's page shows, for its seller or the operator; undefined when it is not theirs. */
export async function findClaimPage(
  scope: Exclude<OneSellerScope, { kind: "customer" }> | AdminScope,
  claimId: string,
  now: Instant,
) {
  return withScope(scope, async (tx) => {
    const claim = await findClaim(tx, scope, claimId);
    if (!claim) return undefined;
    const { sellerId, id } = claim;
    const order = await readOrderFacts(tx, sellerId, claim.orderId);
    if (!order) throw new Error(`Order ${claim.orderId} disappeared`);
    const attached = await readDocuments(tx, claim);
    return {
      claim,
      order,
      seller: await readSeller(tx, sellerId),
      marketplace: await getMarketplace(tx),
      policy: await getPolicy(tx, claim.policyVersion),
      lines: await readClaimLines(tx, sellerId, id),
      clocks: await readClocks(tx, sellerId, id),
      clockMoves: await readClockMoves(tx, id),
      calendarOverrides: await readOverrides(tx),
      commitments: await readCommitments(tx, sellerId, id),
      messages: await readMessages(tx, sellerId, id),
      intake: await readIntake(tx, claim),
      documents: attached,
      contests: await readContests(tx, claim),
      invoices: await readInvoices(tx, sellerId, claim.orderId),
      replies: await readReplies(tx, sellerId, id),
      draft: await findDraft(tx, claim, actorText(scope.actor)),
      context: await readReplyContext(tx, claim, { documentIds: attached.map((document) => document.id), now }),
    };
  });
}

export type ClaimPage = NonNullable<Awaited<ReturnType<typeof findClaimPage>>>;

async function findClaim(tx: Transaction, scope: OneSellerScope | AdminScope, claimId: string) {
  const ofSeller = scope.kind === "admin" ? undefined : eq(claims.sellerId, scope.sellerId);
  const [claim] = await tx
    .select()
    .from(claims)
    .where(and(ofSeller, eq(claims.id, claimId)))
    .limit(1);
  return claim;
}

type Claim = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

async function readSeller(tx: Transaction, sellerId: string) {
  const [seller] = await tx
    .select({
      id: sellers.id,
      slug: sellers.slug,
      name: sellers.name,
      invoicingMode: sellers.invoicingMode,
      companySize: sellers.companySize,
      legalIdentity: sellers.legalIdentity,
      contact: sellers.contact,
      mediator: sellers.mediator,
      zone: sellers.zone,
    })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!seller) throw new Error(`Seller ${sellerId} disappeared`);
  return seller;
}

async function readClaimLines(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select({ orderLineId: claimLines.orderLineId, quantity: claimLines.quantity })
    .from(claimLines)
    .where(and(eq(claimLines.sellerId, sellerId), eq(claimLines.claimId, claimId)));
}

async function readMessages(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.sellerId, sellerId), eq(messages.claimId, claimId)))
    .orderBy(asc(messages.sentAt), asc(messages.id))
    .limit(500);
}

async function readDocuments(tx: Transaction, claim: Claim) {
  return tx
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, claim.sellerId),
        eq(documents.orderId, claim.orderId),
        ne(documents.status, "uploading"),
      ),
    )
    .orderBy(asc(documents.uploadedAt), asc(documents.id))
    .limit(200);
}

async function readInvoices(tx: Transaction, sellerId: string, orderId: string) {
  return tx
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      grossCents: invoices.grossCents,
      precedingInvoiceId: invoices.precedingInvoiceId,
      replacesInvoiceId: invoices.replacesInvoiceId,
      currency: invoices.currency,
    })
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orderId)))
    .orderBy(desc(invoices.issuedAt));
}

async function readReplies(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select()
    .from(replies)
    .where(and(eq(replies.sellerId, sellerId), eq(replies.claimId, claimId), isNotNull(replies.sentAt)))
    .orderBy(asc(replies.sentAt), asc(replies.id));
}

async function findDraft(tx: Transaction, claim: Claim, author: string) {
  const [draft] = await tx
    .select({ content: replies.content, updatedAt: replies.updatedAt })
    .from(replies)
    .where(
      and(
        eq(replies.sellerId, claim.sellerId),
        eq(replies.claimId, claim.id),
        eq(replies.author, author),
        eq(replies.status, "draft"),
      ),
    );
  return draft;
}
