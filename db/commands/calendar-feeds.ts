import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { type Transaction, withScope } from "@/db/scope";
import type { Actor, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type FeedRefusal = "not_allowed" | "feed_not_open";

/** Open one's own calendar: a new address when there is none, or when the last one was revoked. */
export async function openCalendarFeed(scope: SellerScope, now: Instant): Promise<Outcome<null, "not_allowed">> {
  const { sellerId, actor } = scope;
  if (actor.kind !== "member") return refused("not_allowed");
  const { userId } = actor;
  return withScope(scope, async (tx) => {
    const [opened] = await tx
      .insert(calendarFeeds)
      .values({ sellerId, id: uuidv7(), userId, createdAt: now })
      .onConflictDoUpdate({
        target: [calendarFeeds.sellerId, calendarFeeds.userId],
        set: { generation: sql`${calendarFeeds.generation} + 1`, createdAt: now, revokedAt: null },
        setWhere: sql`${calendarFeeds.revokedAt} is not null`,
      })
      .returning(FEED);
    // Nothing written: it was open already, and a form sent twice opens it once.
    if (opened) await journalFeed(tx, { sellerId, userId, actor, now }, "calendar_feed_created", opened);
    return accepted(null);
  });
}

/** Give one's calendar a new address; whoever holds the old one reads nothing any more. */
export async function rotateCalendarFeed(scope: SellerScope, now: Instant): Promise<Outcome<null, FeedRefusal>> {
  return changeOwnFeed(scope, "calendar_feed_rotated", now);
}

/** End one's calendar, at once: its address is looked up on each reading. */
export async function revokeCalendarFeed(scope: SellerScope, now: Instant): Promise<Outcome<null, FeedRefusal>> {
  return changeOwnFeed(scope, "calendar_feed_revoked", now);
}

async function changeOwnFeed(
  scope: SellerScope,
  change: FeedChange,
  now: Instant,
): Promise<Outcome<null, FeedRefusal>> {
  const { sellerId, actor } = scope;
  if (actor.kind !== "member") return refused("not_allowed");
  const changed = await withScope(scope, (tx) =>
    changeFeed(tx, { sellerId, userId: actor.userId, actor, now }, change),
  );
  return changed ? accepted(null) : refused("feed_not_open");
}

type FeedChange = "calendar_feed_rotated" | "calendar_feed_revoked";
type Deed = { readonly sellerId: string; readonly userId: string; readonly actor: Actor; readonly now: Instant };

const FEED = { id: calendarFeeds.id, generation: calendarFeeds.generation };

/**
 * Renew or end a member's calendar, if one is open.
 *
 * @returns whether there was one
 */
export async function changeFeed(tx: Transaction, deed: Deed, change: FeedChange): Promise<boolean> {
  const [changed] = await tx
    .update(calendarFeeds)
    .set(
      change === "calendar_feed_revoked"
        ? { revokedAt: deed.now }
        : { generation: sql`${calendarFeeds.generation} + 1`, createdAt: deed.now },
    )
    .where(
      and(
        eq(calendarFeeds.sellerId, deed.sellerId),
        eq(calendarFeeds.userId, deed.userId),
        isNull(calendarFeeds.revokedAt),
      ),
    )
    .returning(FEED);
  if (changed) await journalFeed(tx, deed, change, changed);
  return changed !== undefined;
}

async function journalFeed(
  tx: Transaction,
  { sellerId, userId, actor, now }: Deed,
  type: FeedChange | "calendar_feed_created",
  feed: { readonly id: string; readonly generation: number },
): Promise<void> {
  const stream = { kind: "seller", id: sellerId, sellerId } as const;
  const payload = { feedId: feed.id, generation: feed.generation, userId };
  await appendEvent(tx, { stream, type, actor, at: now, payload });
}
