import { and, asc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { orders } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ClaimState, Situation } from "@/lib/claims/claim";

export type InboxFilter = {
  readonly states: readonly ClaimState[];
  readonly situations?: readonly Situation[] | undefined;
  /** Only claims whose next bound lies before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Part of an order number, a reference or the customer's name. */
  readonly words?: string | undefined;
  readonly limit: number;
  readonly after?: InboxCursor | undefined;
};

/** Where a page ended: the order of the list is total, so that no claim is shown twice or skipped. */
export type InboxCursor = { readonly nextDueBefore: Instant | null; readonly id: string };

const NEVER = sql`'infinity'::timestamptz`;
const due = sql<string>`coalesce(${claims.nextDueBefore}, ${NEVER})`;

/** Claims of one seller, most urgent first; those without a seller's clock come last. */
export async function listClaims(scope: SellerScope, filter: InboxFilter) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: claims.id,
        reference: claims.reference,
        situation: claims.situation,
        phase: claims.phase,
        state: claims.state,
        orderNumber: orders.number,
        customerName: orders.customerName,
        receivedAt: claims.receivedAt,
        nextDueOn: claims.nextDueOn,
        nextDueBefore: claims.nextDueBefore,
        assignedTo: claims.assignedTo,
      })
      .from(claims)
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .where(and(...conditions(scope.sellerId, filter)))
      .orderBy(asc(due), asc(claims.id))
      .limit(filter.limit),
  );
}

export type InboxClaim = Awaited<ReturnType<typeof listClaims>>[number];

/** How many claims each state holds, for the tabs. */
export async function countClaims(scope: SellerScope): Promise<Readonly<Record<ClaimState, number>>> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ state: claims.state, count: sql<number>`count(*)::int` })
      .from(claims)
      .where(eq(claims.sellerId, scope.sellerId))
      .groupBy(claims.state),
  );
  const counts = { to_triage: 0, awaiting_seller: 0, awaiting_customer: 0, escalated: 0, closed: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** The most urgent claim that still waits for the seller, apart from the one just answered. */
export async function findNextClaim(scope: SellerScope, answeredId: string): Promise<string | undefined> {
  const page = await listClaims(scope, { states: ["to_triage", "awaiting_seller", "escalated"], limit: 2 });
  return page.find((claim) => claim.id !== answeredId)?.id;
}

function conditions(sellerId: string, filter: InboxFilter): (SQL | undefined)[] {
  return [
    eq(claims.sellerId, sellerId),
    inArray(claims.state, [...filter.states]),
    filter.situations?.length ? inArray(claims.situation, [...filter.situations]) : undefined,
    filter.dueBefore ? lt(claims.nextDueBefore, filter.dueBefore) : undefined,
    filter.words ? matches(filter.words) : undefined,
    filter.after ? afterCursor(filter.after) : undefined,
  ];
}

function matches(words: string): SQL | undefined {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(
    sql`${orders.number} ilike ${pattern}`,
    sql`${claims.reference} ilike ${pattern}`,
    sql`unaccent(${orders.customerName}) ilike unaccent(${pattern})`,
  );
}

function afterCursor({ nextDueBefore, id }: InboxCursor): SQL | undefined {
  if (nextDueBefore === null) return and(isNull(claims.nextDueBefore), gt(claims.id, id));
  return or(
    gt(claims.nextDueBefore, nextDueBefore),
    isNull(claims.nextDueBefore),
    and(eq(claims.nextDueBefore, nextDueBefore), gt(claims.id, id)),
  );
}
