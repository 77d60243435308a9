import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EventType } from "@/lib/journal/event";
import { instant } from "./columns";
import { streamKind } from "./enums";
import { appRole, customerScope, entryScope, operatorScope } from "./policies";

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
