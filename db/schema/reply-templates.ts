import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, sellerKey } from "./columns";
import { situation, solution } from "./enums";
import { sellerRows } from "./policies";
import { sellers } from "./sellers";

/** Ready-made messages of a seller; without situation or solution one is proposed everywhere. */
export const replyTemplates = pgTable(
  "reply_templates",
  {
    ...sellerKey,
    name: text("name").notNull(),
    situation: situation("situation"),
    solution: solution("solution"),
    locale: text("locale").$type<"fr" | "en">().notNull(),
    body: text("body").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("template_name_once").on(table.sellerId, table.locale, table.name),
    check("template_locale", sql`locale in ('fr', 'en')`),
    sellerRows(),
  ],
);
