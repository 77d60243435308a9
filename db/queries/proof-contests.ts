import { and, asc, eq, gt, gte, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import type { FigureFilter } from "@/db/queries/compliance";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { orders } from "@/db/schema/orders";
import { proofContests } from "@/db/schema/proof-contests";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";

/** The contests of a claim, in the order they were raised. */
export async function readContests(tx: Transaction, claim: { readonly sellerId: string; readonly id: string }) {
  return tx
    .select()
    .from(proofContests)
    .where(and(eq(proofContests.sellerId, claim.sellerId), eq(proofContests.claimId, claim.id)))
    .orderBy(asc(proofContests.contestedAt), asc(proofContests.id))
    .limit(50);
}

export type ClaimContest = Awaited<ReturnType<typeof readContests>>[number];

/** A seller's contested deliveries in the order they were raised, each with the claim and order it is about. */
export async function listSellerContests(
  scope: SellerScope,
  page: { readonly state: "open" | "ruled" | undefined; readonly after: string | undefined; readonly limit: number },
) {
  return withScope(scope, (tx) =>
    tx
      .select({ contest: proofContests, reference: claims.reference, orderNumber: orders.number })
      .from(proofContests)
      .innerJoin(claims, and(eq(claims.sellerId, proofContests.sellerId), eq(claims.id, proofContests.claimId)))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .where(
        and(
          eq(proofContests.sellerId, scope.sellerId),
          page.after ? gt(proofContests.id, page.after) : undefined,
          page.state === "open" ? isNull(proofContests.ruling) : undefined,
          page.state === "ruled" ? isNotNull(proofContests.ruling) : undefined,
        ),
      )
      .orderBy(asc(proofContests.id))
      .limit(page.limit),
  );
}

/** Contested deliveries on which the operator has still to rule, longest waiting first. */
export async function listOpenContests(scope: AdminScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: proofContests.id,
        claimId: claims.id,
        reference: claims.reference,
        sellerName: sellers.name,
        orderNumber: orders.number,
        contestedAt: proofContests.contestedAt,
        attestedAt: proofContests.attestedAt,
        inquiryOpenedOn: proofContests.inquiryOpenedOn,
        inquiryAnswerOn: proofContests.inquiryAnswerOn,
        inquiryOutcome: proofContests.inquiryOutcome,
        ruling: proofContests.ruling,
      })
      .from(proofContests)
      .innerJoin(claims, and(eq(claims.sellerId, proofContests.sellerId), eq(claims.id, proofContests.claimId)))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .innerJoin(sellers, eq(sellers.id, claims.sellerId))
      .where(and(isNull(proofContests.ruling), ne(claims.state, "closed")))
      .orderBy(asc(proofContests.contestedAt), asc(proofContests.id))
      .limit(200),
  );
}

/** Proofs sent and deliveries contested in the window, per seller, and what was ruled of these since. */
export async function listContestFigures(
  scope: AdminScope,
  { from, to, sellerId }: Pick<FigureFilter, "from" | "to" | "sellerId">,
) {
  return withScope(scope, (tx) => {
    const proofs = tx
      .select({ sellerId: documents.sellerId, sent: sql<number>`count(*)::int`.as("sent") })
      .from(documents)
      .where(
        and(
          eq(documents.kind, "proof_of_delivery"),
          isNotNull(documents.sentAt),
          gte(documents.sentAt, from),
          lt(documents.sentAt, to),
        ),
      )
      .groupBy(documents.sellerId)
      .as("proofs");
    const contests = tx
      .select({
        sellerId: proofContests.sellerId,
        contested: sql<number>`count(*)::int`.as("contested"),
        upheld: sql<number>`(count(*) filter (where ruling = 'upheld'))::int`.as("upheld"),
        overturned: sql<number>`(count(*) filter (where ruling = 'overturned'))::int`.as("overturned"),
      })
      .from(proofContests)
      .where(and(gte(proofContests.contestedAt, from), lt(proofContests.contestedAt, to)))
      .groupBy(proofContests.sellerId)
      .as("contests");
    return tx
      .select({
        sellerId: sellers.id,
        sellerName: sellers.name,
        sent: sql<number>`coalesce(${proofs.sent}, 0)`,
        contested: sql<number>`coalesce(${contests.contested}, 0)`,
        upheld: sql<number>`coalesce(${contests.upheld}, 0)`,
        overturned: sql<number>`coalesce(${contests.overturned}, 0)`,
      })
      .from(sellers)
      .leftJoin(proofs, eq(proofs.sellerId, sellers.id))
      .leftJoin(contests, eq(contests.sellerId, sellers.id))
      .where(
        and(
          sql`(${proofs.sent} is not null or ${contests.contested} is not null)`,
          sellerId ? eq(sellers.id, sellerId) : undefined,
        ),
      )
      .orderBy(asc(sellers.name));
  });
}

export type ContestFigures = Awaited<ReturnType<typeof listContestFigures>>[number];
