import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { EntryScope, SellerScope } from "@/lib/auth/scope";

/** The due dates one reading holds, the nearest ones: a subscriber refuses a file of several megabytes. */
export const MOST_DUE_DATES = 1000;

/** The calendar of one member, as long as its address opens something. */
export async function findOwnCalendarFeed(scope: SellerScope, userId: string) {
  const [feed] = await withScope(scope, (tx) =>
    tx
      .select({ id: calendarFeeds.id, generation: calendarFeeds.generation, createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(
        and(
          eq(calendarFeeds.sellerId, scope.sellerId),
          eq(calendarFeeds.userId, userId),
          isNull(calendarFeeds.revokedAt),
        ),
      )
      .limit(1),
  );
  return feed;
}

/**
 * Whose calendar an address names, before its tag is checked: a revoked one is nobody's, nor is that of a member
 * who was taken off the seller or whose account is closed.
 */
export async function findCalendarFeed(scope: EntryScope, feedId: string) {
  const [feed] = await withScope(scope, (tx) =>
    tx
      .select({
        id: calendarFeeds.id,
        generation: calendarFeeds.generation,
        sellerId: sellers.id,
        sellerName: sellers.name,
        userId: users.id,
        locale: users.locale,
        zone: users.zone,
      })
      .from(calendarFeeds)
      .innerJoin(
        memberships,
        and(eq(memberships.sellerId, calendarFeeds.sellerId), eq(memberships.userId, calendarFeeds.userId)),
      )
      .innerJoin(users, eq(users.id, calendarFeeds.userId))
      .innerJoin(sellers, eq(sellers.id, calendarFeeds.sellerId))
      .where(
        and(
          eq(calendarFeeds.id, feedId),
          isNull(calendarFeeds.revokedAt),
          isNull(memberships.revokedAt),
          isNull(users.disabledAt),
        ),
      )
      .limit(1),
  );
  return feed;
}

export type CalendarFeed = NonNullable<Awaited<ReturnType<typeof findCalendarFeed>>>;

/** What still waits for the seller and has a bound, the nearest first; overdue ones are not forgotten. */
export async function listDueClocks(scope: SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: clocks.id,
        kind: clocks.kind,
        dueOn: clocks.dueOn,
        dueBefore: clocks.dueBefore,
        zone: clocks.zone,
        suspendedBy: clocks.suspendedBy,
        resumedAt: clocks.resumedAt,
        claimId: claims.id,
        claimReference: claims.reference,
        claimRevision: claims.revision,
        claimUpdatedAt: claims.updatedAt,
        situation: claims.situation,
      })
      .from(clocks)
      .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
      .where(
        and(
          eq(clocks.sellerId, scope.sellerId),
          eq(clocks.whoseTurn, "seller"),
          isNotNull(clocks.effectiveDueBefore),
          isNull(clocks.stoppedAt),
          isNull(clocks.cancelledAt),
        ),
      )
      .orderBy(asc(clocks.effectiveDueBefore), asc(clocks.id))
      .limit(MOST_DUE_DATES),
  );
}
