import { and, asc, desc, eq, inArray, isNotNull, lte, ne, or } from "drizzle-orm";
import { readCommitments } from "@/db/commands/commitments";
import { readCalendars } from "@/db/queries/calendar-overrides";
import { readClocks } from "@/db/queries/clock-facts";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { listOwnActs } from "@/db/queries/own-acts";
import { getMarketplace, getPolicyAt } from "@/db/queries/policy";
import { readContests } from "@/db/queries/proof-contests";
import { type KnownContext, readReplyContext } from "@/db/queries/reply-context";
import { readRequalifications } from "@/db/queries/requalifications";
import { claimLines, claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { messages } from "@/db/schema/messages";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { decideOpening } from "@/lib/claims/opening";

/**
 * The order a customer's link opens, with its claims and all the customer may see of them. What does not wait for
 * another row is asked for together: one after the other, the questions take longer than their answers.
 */
export async function readCustomerSpace(scope: CustomerScope, now: Instant) {
  return withScope(scope, async (tx) => {
    const [order, seller, marketplace, rules, claimRows, shownDocuments, shownInvoices] = await Promise.all([
      readOrderFacts(tx, scope.sellerId, scope.orderId),
      readSeller(tx, scope.sellerId),
      getMarketplace(tx),
      readRules(tx, now),
      readClaims(tx, scope),
      readDocuments(tx, scope, now),
      readInvoices(tx, scope),
    ]);
    if (!order) throw new Error(`Order ${scope.orderId} disappeared`);
    const known = { order, marketplace, mediator: seller.mediator };
    const [withdrawable, ...claimsShown] = await Promise.all([
      readWithdrawable(tx, { order, claims: claimRows }, { rules: { ...rules, marketplace }, now }),
      ...claimRows.map((claim) => readClaim(tx, claim, { known, now })),
    ]);
    return {
      order,
      seller,
      marketplace,
      claims: claimsShown,
      withdrawable,
      documents: shownDocuments,
      invoices: shownInvoices,
    };
  });
}

export type CustomerSpace = Awaited<ReturnType<typeof readCustomerSpace>>;
export type CustomerClaim = CustomerSpace["claims"][number];

async function readRules(tx: Transaction, now: Instant) {
  const [policy, calendarOf] = await Promise.all([getPolicyAt(tx, now), readCalendars(tx)]);
  return { policy: policy.content.deadlines, calendarOf };
}

function readClaims(tx: Transaction, scope: CustomerScope) {
  return tx
    .select()
    .from(claims)
    .where(and(eq(claims.sellerId, scope.sellerId), eq(claims.orderId, scope.orderId)))
    .orderBy(desc(claims.openedAt), asc(claims.id))
    .limit(50);
}

async function readClaim(
  tx: Transaction,
  claim: typeof claims.$inferSelect,
  { known, now }: { readonly known: KnownContext; readonly now: Instant },
) {
  const { sellerId, id } = claim;
  const [clocks, acts, contests, requalifications, promised, written, answered, context] = await Promise.all([
    readClocks(tx, sellerId, id),
    listOwnActs(tx, { sellerId, claimId: id }),
    readContests(tx, { sellerId, id }),
    readRequalifications(tx, sellerId, id),
    readCommitments(tx, sellerId, id),
    readMessages(tx, claim),
    readShownReplies(tx, claim, now),
    readReplyContext(tx, claim, { documentIds: [], now, known }),
  ]);
  const commitments = promised.filter((row) => row.status !== "withdrawn");
  return {
    claim,
    clocks,
    acts,
    contests,
    requalifications,
    commitments,
    messages: written,
    replies: answered,
    context,
  };
}

function readMessages(tx: Transaction, { sellerId, id }: typeof claims.$inferSelect) {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.sellerId, sellerId), eq(messages.claimId, id), eq(messages.visibility, "conversation")))
    .orderBy(asc(messages.sentAt), asc(messages.id))
    .limit(500);
}

/** Nothing is shown while its author may still take it back. */
function readShownReplies(tx: Transaction, { sellerId, id }: typeof claims.$inferSelect, now: Instant) {
  const isOfClaim = and(eq(replies.sellerId, sellerId), eq(replies.claimId, id));
  return tx
    .select()
    .from(replies)
    .where(and(isOfClaim, eq(replies.status, "sent"), lte(replies.visibleAt, now)))
    .orderBy(asc(replies.sentAt), asc(replies.id));
}

/**
 * What the customer could still withdraw from, line by line: offered for the whole period (L221-21), less what they
 * have already withdrawn from.
 */
async function readWithdrawable(
  tx: Transaction,
  { order, claims: known }: { readonly order: OrderFacts; readonly claims: readonly (typeof claims.$inferSelect)[] },
  { rules, now }: { readonly rules: Parameters<typeof decideOpening>[1]; readonly now: Instant },
) {
  const { lines, parcels } = order;
  const facts = { situation: "no_longer_wanted", statementSentAt: now, receivedAt: now, lines, parcels } as const;
  const opening = decideOpening({ ...facts, order: order.order }, rules);
  if (!opening.ok || opening.value.withdrawal?.phase === "after_withdrawal_period") return [];
  const withdrawn = known.filter((claim) => claim.situation === "no_longer_wanted");
  const told = await readClaimedLines(tx, order.order.sellerId, withdrawn);
  if (withdrawn.some(({ id }) => !told.some(({ claimId }) => claimId === id))) return [];
  return lines.flatMap(({ id, lineId, name, quantity }) => {
    const gone = told.filter((line) => line.orderLineId === id).reduce((sum, line) => sum + line.quantity, 0);
    return quantity > gone ? [{ lineId, name, quantity: quantity - gone }] : [];
  });
}

async function readClaimedLines(tx: Transaction, sellerId: string, withdrawn: readonly { readonly id: string }[]) {
  if (withdrawn.length === 0) return [];
  const ids = withdrawn.map(({ id }) => id);
  return tx
    .select({ claimId: claimLines.claimId, orderLineId: claimLines.orderLineId, quantity: claimLines.quantity })
    .from(claimLines)
    .where(and(eq(claimLines.sellerId, sellerId), inArray(claimLines.claimId, ids)));
}

/** The seller as the law wants it named to a consumer: name, after-sales contact, mediator. */
async function readSeller(tx: Transaction, sellerId: string) {
  const [seller] = await tx
    .select({
      name: sellers.name,
      contact: sellers.contact,
      absence: sellers.absence,
      zone: sellers.zone,
      legalIdentity: sellers.legalIdentity,
      mediator: sellers.mediator,
    })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!seller) throw new Error(`Seller ${sellerId} disappeared`);
  return seller;
}

/** Files sent with a message or an answer the customer may already see, and the customer's own, verified or on their way. */
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
      messageId: documents.messageId,
      kind: documents.kind,
      status: documents.status,
      fileName: documents.fileName,
      verifiedType: documents.verifiedType,
      sizeBytes: documents.sizeBytes,
      pageCount: documents.pageCount,
      previewKey: documents.previewKey,
      refusalReason: documents.refusalReason,
      verdict: documents.verdict,
      uploadedAt: documents.uploadedAt,
      contestedAt: documents.contestedAt,
      facts: documents.facts,
    })
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, scope.sellerId),
        eq(documents.orderId, scope.orderId),
        isNotNull(documents.sentAt),
        ne(documents.status, "uploading"),
        or(
          eq(documents.uploadedBy, actorText(scope.actor)),
          inArray(documents.replyId, shown),
          isNotNull(documents.messageId),
        ),
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
