import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { ClaimRow } from "@/db/commands/claim-state";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { type OrderFacts, orderTotalCents, readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { claimLines } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay } from "@/lib/calendar/zone";
import { lastDelivery } from "@/lib/claims/opening";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import { statusOfParcel } from "@/lib/orders/parcel";
import type { ReplyContext, ReplyOrder } from "@/lib/replies/context";
import { REMEDIES } from "@/lib/replies/remedy";

/** What is the same for every claim of an order. */
export type KnownContext = {
  readonly order: OrderFacts;
  readonly marketplace: Awaited<ReturnType<typeof getMarketplace>>;
  readonly mediator: ReplyContext["mediator"];
};

type Asked = { readonly documentIds: readonly string[]; readonly now: Instant; readonly known?: KnownContext };

/**
 * Everything an answer to this claim is judged on, from rows just read.
 *
 * @param asked.known what the caller has just read itself
 */
export async function readReplyContext(tx: Transaction, claim: ClaimRow, asked: Asked): Promise<ReplyContext> {
  const { documentIds, now } = asked;
  const [{ order: facts, marketplace, mediator }, chosen, about, attached, clocks, policy] = await Promise.all([
    asked.known ?? readKnown(tx, claim),
    chosenRemedy(tx, claim),
    readAboutOrder(tx, claim),
    attachedDocuments(tx, claim, documentIds),
    readClocks(tx, claim.sellerId, claim.id),
    getPolicy(tx, claim.policyVersion),
  ]);
  const { zone } = territoryOf(facts.order.shippingAddress.postcode, facts.order.shippingAddress.country);
  const delivered = lastDelivery(facts.parcels);
  return {
    today: localDay(now, marketplace.zone),
    now,
    marketplaceName: marketplace.name,
    claim: {
      situation: claim.situation,
      phase: claim.phase,
      customerKind: facts.order.customerKind,
      statementSentOn: localDay(claim.statementSentAt, zone),
      wish: chosen ?? wishOf(claim),
      hasChosen: chosen !== null,
    },
    order: {
      ...orderForReply(claim, facts, about),
      deliveredOn: delivered === null ? null : localDay(delivered, zone),
    },
    documents: attached,
    clocks: dueDays(clocks),
    mediator,
    waived: policy.content.waivedDemands ?? [],
  };
}

async function readKnown(tx: Transaction, { sellerId, orderId }: ClaimRow): Promise<KnownContext> {
  const [order, marketplace, [seller]] = await Promise.all([
    readOrderFacts(tx, sellerId, orderId),
    getMarketplace(tx),
    tx.select({ mediator: sellers.mediator }).from(sellers).where(eq(sellers.id, sellerId)),
  ]);
  if (!order) throw new Error(`Order ${orderId} disappeared`);
  return { order, marketplace, mediator: seller?.mediator ?? null };
}

/** What the customer last chose among the remedies offered; null when the last answer was not answered so. */
async function chosenRemedy(tx: Transaction, claim: ClaimRow) {
  const [last] = await tx
    .select({ remedy: replies.chosenRemedy })
    .from(replies)
    .where(and(eq(replies.sellerId, claim.sellerId), eq(replies.claimId, claim.id), isNotNull(replies.chosenRemedy)))
    .orderBy(desc(replies.customerAnsweredAt))
    .limit(1);
  return last?.remedy ?? null;
}

function wishOf(claim: ClaimRow) {
  const { intake } = claim;
  const wish = intake !== null && typeof intake === "object" && "wish" in intake ? intake.wish : null;
  return REMEDIES.find((remedy) => remedy === wish) ?? null;
}

/** What of the order the claim names, and what was invoiced of it. */
async function readAboutOrder(tx: Transaction, { sellerId, id, orderId }: ClaimRow) {
  const [claimed, issuedDocuments] = await Promise.all([
    tx
      .select({ orderLineId: claimLines.orderLineId })
      .from(claimLines)
      .where(and(eq(claimLines.sellerId, sellerId), eq(claimLines.claimId, id))),
    tx
      .select({ id: invoices.id, kind: invoices.kind })
      .from(invoices)
      .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orderId))),
  ]);
  return { claimed, issuedDocuments };
}

function orderForReply(
  claim: ClaimRow,
  facts: OrderFacts,
  { claimed, issuedDocuments }: Awaited<ReturnType<typeof readAboutOrder>>,
): Omit<ReplyOrder, "deliveredOn"> {
  const isClaimed = (id: string) => claimed.length === 0 || claimed.some((line) => line.orderLineId === id);
  return {
    number: facts.order.number,
    currency: facts.order.currency,
    totalCents: orderTotalCents(facts),
    refundedCents: facts.refunds.reduce((sum, refund) => sum + refund.amountCents + refund.shippingCents, 0),
    lines: facts.lines.map((line) => ({ ...line, claimed: isClaimed(line.id) })),
    parcels: facts.parcels.map((parcel) => ({
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      status: statusOfParcel(parcel),
      shippedAt: parcel.shippedAt,
      deliveredAt: parcel.deliveredAt,
      lineIds: parcel.lines.flatMap(
        (content) => facts.lines.find((line) => line.id === content.orderLineId)?.lineId ?? [],
      ),
    })),
    withdrawalInformed: facts.order.withdrawalInformed,
    withdrawalExcluded: claim.phaseReason === "excepted",
    issuedDocuments,
  };
}

/** Verified files of this claim or its order, among those the answer names; others are as if not attached. */
async function attachedDocuments(tx: Transaction, claim: ClaimRow, documentIds: readonly string[]) {
  if (documentIds.length === 0) return [];
  return tx
    .select({ id: documents.id, kind: documents.kind, verdict: documents.verdict })
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, claim.sellerId),
        eq(documents.orderId, claim.orderId),
        eq(documents.status, "verified"),
        inArray(documents.id, [...documentIds]),
      ),
    );
}

function dueDays(clocks: readonly ClockRow[]): ReplyContext["clocks"] {
  const due = (...kinds: readonly DeadlineKind[]): IsoDate | null =>
    clocks.find((clock) => kinds.includes(clock.kind) && !clock.cancelledAt)?.dueOn ?? null;
  return {
    proofDueOn: due("proof_of_delivery"),
    goodsReturnDueOn: due("goods_return"),
    refundDueOn: due("withdrawal_refund", "delivery_refund", "conformity_refund"),
    remedyDueOn: due("conformity_remedy"),
    guaranteeEndsOn: due("legal_guarantee"),
  };
}
