import { and, asc, desc, eq, gt, ilike, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { messages } from "@/db/schema/messages";
import { orders, parcels } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ClaimState, Situation } from "@/lib/claims/claim";
import type { InboxCursor } from "@/lib/claims/inbox-cursor";
import type { DeadlineKind } from "@/lib/deadlines/rule";

/** What narrows a list of claims, whatever their state. */
export type ClaimNarrowing = {
  readonly situations?: readonly Situation[] | undefined;
  /** Only claims whose next bound lies before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Part of an order number, a reference, the customer's name or a tracking number. */
  readonly words?: string | undefined;
};

export type InboxFilter = ClaimNarrowing & {
  readonly states: readonly ClaimState[];
  readonly limit: number;
  readonly after?: InboxCursor | undefined;
};

/** Longest part of the customer's last words that a list shows. */
const EXCERPT_LENGTH = 200;

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
        nextClock: nextClockOf(tx),
        assignedTo: claims.assignedTo,
        assignedName: users.name,
        lastWords: lastWordsOf(tx),
      })
      .from(claims)
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .leftJoin(users, eq(users.id, claims.assignedTo))
      .where(and(...conditions(tx, scope.sellerId, filter)))
      .orderBy(asc(due), asc(claims.id))
      .limit(filter.limit),
  );
}

export type InboxClaim = Awaited<ReturnType<typeof listClaims>>[number];

/** The seller's clock that is due next: what it waits for, and the zone whose midnight ends it. */
function nextClockOf(tx: Transaction) {
  return sql<{ readonly kind: DeadlineKind; readonly zone: string } | null>`${tx
    .select({ clock: sql`json_build_object('kind', ${clocks.kind}, 'zone', ${clocks.zone})` })
    .from(clocks)
    .where(
      and(
        eq(clocks.sellerId, claims.sellerId),
        eq(clocks.claimId, claims.id),
        eq(clocks.effectiveDueBefore, claims.nextDueBefore),
        eq(clocks.whoseTurn, "seller"),
        isNull(clocks.stoppedAt),
        isNull(clocks.cancelledAt),
      ),
    )
    .orderBy(asc(clocks.startsAt), asc(clocks.id))
    .limit(1)}`;
}

/** What the customer last wrote, cut: a note of the seller's never shows in a list. */
function lastWordsOf(tx: Transaction) {
  return sql<string | null>`${tx
    .select({ words: sql`left(${messages.body}, ${EXCERPT_LENGTH})` })
    .from(messages)
    .where(
      and(eq(messages.sellerId, claims.sellerId), eq(messages.claimId, claims.id), eq(messages.author, "customer")),
    )
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1)}`;
}

/** How many of the claims looked for each state holds, for the tabs. */
export async function countClaims(
  scope: SellerScope,
  narrowing: ClaimNarrowing = {},
): Promise<Readonly<Record<ClaimState, number>>> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ state: claims.state, count: sql<number>`count(*)::int` })
      .from(claims)
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .where(and(eq(claims.sellerId, scope.sellerId), ...narrowed(tx, scope.sellerId, narrowing)))
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

function conditions(tx: Transaction, sellerId: string, filter: InboxFilter): (SQL | undefined)[] {
  return [
    eq(claims.sellerId, sellerId),
    inArray(claims.state, [...filter.states]),
    ...narrowed(tx, sellerId, filter),
    filter.after ? afterCursor(filter.after) : undefined,
  ];
}

function narrowed(tx: Transaction, sellerId: string, { situations, dueBefore, words }: ClaimNarrowing) {
  return [
    situations?.length ? inArray(claims.situation, [...situations]) : undefined,
    dueBefore ? lt(claims.nextDueBefore, dueBefore) : undefined,
    words ? matchesWords(tx, sellerId, words) : undefined,
  ];
}

/** Of a query that joins claims and orders: part of a number, a reference, a name or a tracking number. */
export function matchesWords(tx: Transaction, sellerId: string, words: string): SQL | undefined {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const tracked = tx
    .select({ one: sql`1` })
    .from(parcels)
    .where(
      and(
        eq(parcels.sellerId, sellerId),
        eq(parcels.orderId, claims.orderId),
        ilike(parcels.trackingNumber, pattern.replace(/\s/g, "")),
      ),
    );
  return or(
    ilike(orders.number, pattern),
    ilike(claims.reference, pattern),
    sql`unaccent(${orders.customerName}) ilike unaccent(${pattern})`,
    sql`exists ${tracked}`,
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
