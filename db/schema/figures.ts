import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { FigureDifference } from "@/lib/compliance/difference";
import type { Measure } from "@/lib/compliance/measure";
import { claims } from "./claims";
import { civilDay, instant, sellerKey } from "./columns";
import { appRole, customerRows, customerScope, ofScopedClaim, operatorScope, sellerRows } from "./policies";

/** What a figure is counted under. The first instant of 2000 stands for no bound, an empty situation for no claim. */
const cell = {
  day: civilDay("day").notNull(),
  measure: text("measure").$type<Measure>().notNull(),
  situation: text("situation").notNull(),
  channelId: text("channel_id").notNull(),
  detail: text("detail").notNull(),
  bound: instant("bound").notNull(),
};

/** A fact of a claim that no row of its own keeps: an answer's solution, a contested proof, a reopening. */
export const figureMarks = pgTable(
  "figure_marks",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    /** The answer it follows from; it goes when that is taken back. */
    replyId: uuid("reply_id"),
    measure: text("measure").$type<Measure | "reply_text">().notNull(),
    detail: text("detail").notNull(),
    day: civilDay("day").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("marks_of_claim").on(table.sellerId, table.claimId),
    index("marks_counted").on(table.sellerId, table.measure, table.day),
    index("same_text").on(table.sellerId, table.detail).where(sql`measure = 'reply_text'`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);

/** Written by the triggers, only ever added to, so that no two commands wait for each other; folded every minute. */
export const figureChanges = pgTable(
  "figure_changes",
  { sellerId: uuid("seller_id").notNull(), ...cell, change: integer("change").notNull() },
  (table) => [
    index("changes_by_day").on(table.sellerId, table.day),
    sellerRows(),
    pgPolicy("customer_changes_figures", { to: appRole, for: "insert", withCheck: sql`${customerScope}` }),
  ],
);

/** The changes added up. The rows of the seller whose id is all zeros are those of all sellers together. */
export const figureCounts = pgTable(
  "figure_counts",
  { sellerId: uuid("seller_id").notNull(), ...cell, count: integer("count").notNull() },
  (table) => [
    primaryKey({
      name: "figure_counts_cell",
      columns: [table.sellerId, table.day, table.measure, table.situation, table.channelId, table.detail, table.bound],
    }),
    index("figures_open").on(table.sellerId, table.bound).where(sql`measure = 'clock_open'`),
    sellerRows(),
  ],
);

/** Each recomputation from the journal, and where it differed from what is kept. */
export const figureChecks = pgTable(
  "figure_checks",
  {
    id: uuid("id").primaryKey(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    events: bigint("events", { mode: "number" }).notNull(),
    figures: bigint("figures", { mode: "number" }).notNull(),
    isEqual: boolean("is_equal").notNull(),
    differences: jsonb("differences").$type<readonly FigureDifference[]>().notNull(),
  },
  (table) => [
    index("checks_by_time").on(table.startedAt),
    check("equal_without_difference", sql`is_equal = (differences = '[]'::jsonb)`),
    pgPolicy("operator_rows", { to: appRole, for: "all", using: operatorScope, withCheck: operatorScope }),
  ],
);
