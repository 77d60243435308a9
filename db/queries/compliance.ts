import { and, asc, desc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import type { CountedOutcome, FigureWindow } from "@/lib/compliance/figures";

export type FigureFilter = FigureWindow & {
  readonly sellerId?: string | undefined;
  readonly situation?: Situation | undefined;
  readonly channelId?: string | undefined;
};

/** Met, missed and overdue per seller and situation, over the seller's clocks due in the window. */
export async function listOnTimeFigures(scope: AdminScope | SellerScope, filter: FigureFilter, now: Instant) {
  const { due, met, overdue } = counts(now);
  return withScope(scope, (tx) =>
    tx
      .select({
        sellerId: claims.sellerId,
        sellerName: sellers.name,
        situation: claims.situation,
        due: sql<number>`count(*) filter (where ${due})::int`,
        met: sql<number>`count(*) filter (where ${due} and ${met})::int`,
        overdue: sql<number>`count(*) filter (where ${due} and ${overdue})::int`,
      })
      .from(clocks)
      .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
      .innerJoin(sellers, eq(sellers.id, clocks.sellerId))
      .where(and(eq(clocks.whoseTurn, "seller"), ...inWindow(filter), ...ofFilter(scope, filter)))
      .groupBy(claims.sellerId, sellers.name, claims.situation)
      .orderBy(asc(sellers.name), asc(claims.situation)),
  );
}

/** Claims with a seller's clock that is over and unanswered, longest overdue first. */
export async function listOverdueClaims(
  scope: AdminScope | SellerScope,
  filter: Omit<FigureFilter, "from" | "to">,
  now: Instant,
) {
  return withScope(scope, (tx) =>
    tx
      .select({
        claimId: claims.id,
        reference: claims.reference,
        sellerId: claims.sellerId,
        sellerName: sellers.name,
        situation: claims.situation,
        orderNumber: orders.number,
        clockKind: clocks.kind,
        dueOn: clocks.dueOn,
        dueBefore: sql<string>`${clocks.effectiveDueBefore}`.mapWith(clocks.effectiveDueBefore),
      })
      .from(clocks)
      .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .innerJoin(sellers, eq(sellers.id, clocks.sellerId))
      .where(
        and(
          eq(clocks.whoseTurn, "seller"),
          isNull(clocks.stoppedAt),
          isNull(clocks.cancelledAt),
          lte(clocks.effectiveDueBefore, now),
          ...ofFilter(scope, filter),
        ),
      )
      .orderBy(asc(clocks.effectiveDueBefore), asc(clocks.id))
      .limit(200),
  );
}

/** The clocks behind a figure, most recent bound first: drill-down to the claim. */
export async function listCountedClocks(
  scope: AdminScope | SellerScope,
  filter: FigureFilter & { readonly outcome?: CountedOutcome | undefined },
  now: Instant,
) {
  const { due, met } = counts(now);
  const ended = filter.outcome && (filter.outcome === "met" ? met : sql`not ${met}`);
  return withScope(scope, (tx) =>
    tx
      .select({
        clockId: clocks.id,
        claimId: claims.id,
        reference: claims.reference,
        sellerName: sellers.name,
        situation: claims.situation,
        clockKind: clocks.kind,
        dueOn: clocks.dueOn,
        stoppedAt: clocks.stoppedAt,
        met: sql<boolean>`${met}`,
      })
      .from(clocks)
      .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
      .innerJoin(sellers, eq(sellers.id, clocks.sellerId))
      .where(and(eq(clocks.whoseTurn, "seller"), due, ended, ...inWindow(filter), ...ofFilter(scope, filter)))
      .orderBy(desc(clocks.effectiveDueBefore), asc(clocks.id))
      .limit(200),
  );
}

/**
 * The states of `lib/deadlines/clock.ts`, in SQL: stopped before the bound is met; over its bound and not
 * cancelled before it is missed; a met clock counts when its bound lies in the window, as a missed one does.
 */
function counts(now: Instant): { readonly due: SQL; readonly met: SQL; readonly overdue: SQL } {
  const bound = clocks.effectiveDueBefore;
  const met = sql`coalesce(${clocks.stoppedAt} < ${bound} and (${clocks.cancelledAt} is null or ${clocks.stoppedAt} <= ${clocks.cancelledAt}), false)`;
  const cancelled = sql`coalesce(${clocks.cancelledAt} < ${bound} and (${clocks.stoppedAt} is null or ${clocks.cancelledAt} < ${clocks.stoppedAt}), false)`;
  const due = sql`(${met} or (${bound} <= ${now} and not ${cancelled}))`;
  const overdue = sql`(not ${met} and ${clocks.stoppedAt} is null and ${clocks.cancelledAt} is null)`;
  return { due, met, overdue };
}

/** A bound is the midnight that ends the due day: the one that begins the window is of the day before. */
function inWindow({ from, to }: FigureWindow): SQL[] {
  return [gt(clocks.effectiveDueBefore, from), lte(clocks.effectiveDueBefore, to)];
}

function ofFilter(scope: AdminScope | SellerScope, filter: Omit<FigureFilter, "from" | "to">): (SQL | undefined)[] {
  const sellerId = scope.kind === "seller" ? scope.sellerId : filter.sellerId;
  return [
    sellerId ? eq(clocks.sellerId, sellerId) : undefined,
    filter.situation ? eq(claims.situation, filter.situation) : undefined,
    filter.channelId ? eq(claims.channelId, filter.channelId) : undefined,
  ];
}
