import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { EventType } from "@/lib/journal/event";
import { civilDay, instant } from "./columns";
import { streamKind } from "./enums";
import { appRole, customerScope, entryScope, operatorScope, publicRows } from "./policies";

const ownStream = sql.raw(
  "(current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)",
);

/** A customer's acts are written on the claims of the link's order only. */
const ofScopedStream = sql.raw(
  "stream_kind = 'claim' and stream_id in (select c.id from claims c where c.order_id = nullif(current_setting('app.order_id', true), '')::uuid)",
);

function journalRows() {
  const rule = sql`${operatorScope} or ${entryScope} or ${ownStream} or (${customerScope} and ${ofScopedStream})`;
  return pgPolicy("journal_rows", { to: appRole, for: "all", using: rule, withCheck: rule });
}

/** Append-only: the application role may insert and read, nothing else. Chained by hash per stream. */
export const events = pgTable(
  "events",
  {
    streamKind: streamKind("stream_kind").notNull(),
    streamId: uuid("stream_id").notNull(),
    seq: integer("seq").notNull(),
    sellerId: uuid("seller_id"),
    atText: text("at_text").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    type: text("type").$type<EventType>().notNull(),
    payloadHash: text("payload_hash").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamKind, table.streamId, table.seq] }),
    index("events_of_seller").on(table.sellerId, table.at),
    check("seq_positive", sql`seq > 0`),
    check(
      "hashes_are_sha256",
      sql`hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$' and payload_hash ~ '^[0-9a-f]{64}$'`,
    ),
    journalRows(),
  ],
);

/** The erasable half of an event: salt and canonical text. */
export const eventPayloads = pgTable(
  "event_payloads",
  {
    streamKind: streamKind("stream_kind").notNull(),
    streamId: uuid("stream_id").notNull(),
    seq: integer("seq").notNull(),
    sellerId: uuid("seller_id"),
    salt: text("salt").notNull(),
    payload: text("payload").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamKind, table.streamId, table.seq] }),
    foreignKey({
      columns: [table.streamKind, table.streamId, table.seq],
      foreignColumns: [events.streamKind, events.streamId, events.seq],
    }),
    journalRows(),
  ],
);

export const eventHeads = pgTable(
  "event_heads",
  {
    streamKind: streamKind("stream_kind").notNull(),
    streamId: uuid("stream_id").notNull(),
    sellerId: uuid("seller_id"),
    seq: integer("seq").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.streamKind, table.streamId] }), journalRows()],
);

/**
 * One root a day over the heads that grew since the root before, each bound to that root: whoever holds the last one
 * holds them all. Its number counts up without a gap.
 */
export const journalRoots = pgTable(
  "journal_roots",
  {
    number: integer("number").primaryKey(),
    day: civilDay("day").notNull().unique(),
    atText: text("at_text").notNull(),
    leafCount: integer("leaf_count").notNull(),
    treeRoot: text("tree_root").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
  },
  () => [
    check("root_counts_up", sql`number > 0 and leaf_count >= 0`),
    check(
      "root_hashes_are_sha256",
      sql`hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$' and tree_root ~ '^[0-9a-f]{64}$'`,
    ),
    ...publicRows(),
  ],
);

/** A chain's head as a root sealed it: the event that was its last. */
export const journalLeaves = pgTable(
  "journal_leaves",
  {
    rootNumber: integer("root_number")
      .notNull()
      .references(() => journalRoots.number),
    position: integer("position").notNull(),
    streamKind: streamKind("stream_kind").notNull(),
    streamId: uuid("stream_id").notNull(),
    seq: integer("seq").notNull(),
    sellerId: uuid("seller_id"),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamKind, table.streamId, table.seq] }),
    unique("leaf_position").on(table.rootNumber, table.position),
    foreignKey({
      name: "leaf_is_an_event",
      columns: [table.streamKind, table.streamId, table.seq],
      foreignColumns: [events.streamKind, events.streamId, events.seq],
    }),
    journalRows(),
  ],
);
