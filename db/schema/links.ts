import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { SubmittedAnswer } from "@/lib/claims/intake";
import type { Json } from "@/lib/journal/canonical";
import { citext, instant, sellerKey } from "./columns";
import { linkAudience, situation, submissionStatus } from "./enums";
import { orders } from "./orders";
import { anyRow, customerRows, entryReads, ofScopedOrder, sellerRows, sharedRows } from "./policies";

/** A capability for one order. The token is an HMAC of id and generation: nothing here opens anything. */
export const customerLinks = pgTable(
  "customer_links",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    audience: linkAudience("audience").notNull(),
    generation: integer("generation").notNull().default(1),
    /** Where a mailed link goes: the order's address when it was made. The operator alone corrects it. */
    email: citext("email"),
    /** Keyed hash of the short code of a letter, for the generation it was printed in. */
    codeHash: text("code_hash"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    uniqueIndex("link_id").on(table.id),
    uniqueIndex("link_of_letter_code").on(table.codeHash),
    uniqueIndex("one_link_per_order_and_audience").on(table.sellerId, table.orderId, table.audience),
    sellerRows(),
    customerRows(ofScopedOrder),
    entryReads(anyRow),
  ],
);

/** Six digits mailed to the order's address, for a binding act through a link that was not mailed. */
export const linkCodes = pgTable(
  "link_codes",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    linkId: uuid("link_id").notNull(),
    codeHash: text("code_hash").notNull(),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** The one act it confirmed: posted again, that act is known by it. */
    usedFor: text("used_for"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.linkId], foreignColumns: [customerLinks.sellerId, customerLinks.id] }),
    index("codes_of_link").on(table.sellerId, table.linkId, table.createdAt),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

/** What someone sent through the public form, kept with its instant whether or not an order was found. */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid("id").primaryKey(),
    orderNumber: text("order_number").notNull(),
    identity: jsonb("identity").$type<Json>().notNull(),
    situation: situation("situation").notNull(),
    message: text("message").notNull(),
    locale: text("locale").notNull(),
    status: submissionStatus("status").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    settledAt: instant("settled_at"),
    settledBy: text("settled_by"),
    matches: jsonb("matches").$type<readonly { readonly sellerId: string; readonly claimId: string }[]>(),
    /** Answers given before the claim was there, oldest first: carried to it, never changed. */
    intake: jsonb("intake").$type<readonly SubmittedAnswer[]>().notNull().default([]),
  },
  (table) => [index("submissions_waiting").on(table.status, table.submittedAt), sharedRows()],
);
