import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/journal/canonical";
import { bytes, instant, sellerKey } from "./columns";
import { importStatus } from "./enums";
import { sellerRows } from "./policies";
import { sellers } from "./sellers";

/** An order file, from its preview to its last line. */
export const imports = pgTable(
  "imports",
  {
    ...sellerKey,
    fileName: text("file_name").notNull(),
    content: bytes("content").notNull(),
    status: importStatus("status").notNull(),
    orderCount: integer("order_count").notNull(),
    doneCount: integer("done_count").notNull().default(0),
    createdCount: integer("created_count").notNull().default(0),
    updatedCount: integer("updated_count").notNull().default(0),
    unchangedCount: integer("unchanged_count").notNull().default(0),
    problems: jsonb("problems").$type<Json>().notNull(),
    startedBy: text("started_by").notNull(),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    check("progress_within_total", sql`done_count between 0 and order_count`),
    sellerRows(),
  ],
);
