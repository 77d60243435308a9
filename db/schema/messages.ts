import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { messageAuthor, visibility } from "./enums";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** The conversation; an internal note is another visibility, which the customer's policy never shows. */
export const messages = pgTable(
  "messages",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    author: messageAuthor("author").notNull(),
    actor: text("actor").notNull(),
    visibility: visibility("visibility").notNull(),
    body: text("body").notNull(),
    locale: text("locale").notNull().default("fr"),
    externalId: text("external_id"),
    sentAt: instant("sent_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("messages_of_claim").on(table.sellerId, table.claimId, table.sentAt),
    unique("message_once_per_claim").on(table.sellerId, table.claimId, table.externalId),
    check("customers_write_no_notes", sql`author <> 'customer' or visibility = 'conversation'`),
    sellerRows(),
    customerRows(sql`visibility = 'conversation' and ${ofScopedClaim}`),
  ],
);
