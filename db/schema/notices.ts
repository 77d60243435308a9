import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { MailContent } from "@/lib/notifications/mail-content";
import type { NoticeKind } from "@/lib/notifications/notice-kind";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { appRole, customerScope, sellerRows } from "./policies";

/** What a seller's people are to be told, once; each of them reads it at once, in a digest, or not at all. */
export const sellerNotices = pgTable(
  "seller_notices",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    /** The clock it warns of: once that is met, a digest leaves it out. */
    clockId: uuid("clock_id"),
    kind: text("kind").$type<NoticeKind>().notNull(),
    template: text("template").$type<MailContent["template"]>().notNull(),
    content: jsonb("content").$type<MailContent["values"]>().notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    uniqueIndex("notice_once").on(table.dedupeKey),
    index("notices_of_seller").on(table.sellerId, table.createdAt),
    sellerRows(),
    pgPolicy("customer_writes_notice", { to: appRole, for: "insert", withCheck: sql`${customerScope}` }),
  ],
);
