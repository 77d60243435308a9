import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { KeyAccess } from "@/lib/auth/key-access";
import { instant } from "./columns";
import { operatorRole } from "./enums";
import { anyRow, entryReads, sharedRows } from "./policies";
import { sellers } from "./sellers";

const ownKey = sql.raw(
  "current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid",
);

/** A seller's key, or the operator's when `seller_id` is null. Only the hash is kept; the key is shown once. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    sellerId: uuid("seller_id"),
    operatorRole: operatorRole("operator_role"),
    keyHash: text("key_hash").notNull(),
    label: text("label").notNull(),
    lastFour: text("last_four").notNull(),
    access: text("access").$type<KeyAccess>().notNull().default("write"),
    lastUsedAt: instant("last_used_at"),
    /** Until when a key that was replaced still works. */
    expiresAt: instant("expires_at"),
    createdBy: uuid("created_by"),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("api_key_hash").on(table.keyHash),
    index("api_keys_of_seller").on(table.sellerId),
    check("key_access_known", sql`access in ('read', 'write')`),
    sharedRows(ownKey),
  ],
);

/** The first answer to an `Idempotency-Key`, kept so that a repeated call gets the same one. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    apiKeyId: uuid("api_key_id")
      .notNull()
      .references(() => apiKeys.id),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    responseStatus: integer("response_status"),
    responseBody: text("response_body"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.apiKeyId, table.key] }), sharedRows()],
);

/** Requests counted per key and window; a row is reused when its window is over. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    windowStartedAt: instant("window_started_at").notNull(),
    count: integer("count").notNull(),
  },
  () => [sharedRows(), entryReads(anyRow)],
);
