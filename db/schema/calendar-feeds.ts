import { foreignKey, integer, pgTable, primaryKey, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, sellerKey } from "./columns";
import { anyRow, entryReads, sellerRows } from "./policies";
import { memberships } from "./users";

/**
 * The calendar of due dates a member of a seller subscribes to. Its address is an HMAC of id and generation: nothing
 * here opens anything.
 */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    ...sellerKey,
    userId: uuid("user_id").notNull(),
    generation: integer("generation").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({
      columns: [table.sellerId, table.userId],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }),
    uniqueIndex("calendar_feed_id").on(table.id),
    unique("one_calendar_feed_per_member").on(table.sellerId, table.userId),
    sellerRows(),
    entryReads(anyRow),
  ],
);
