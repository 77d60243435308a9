import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { RefusedOrder } from "@/lib/invoices/bulk-run";
import { civilDay, instant, sellerKey } from "./columns";
import { invoiceRunStatus } from "./enums";
import { sellerRows } from "./policies";
import { sellers } from "./sellers";

/** Invoices of a period, or of orders chosen, issued one after the other; one run at a time per seller. */
export const invoiceRuns = pgTable(
  "invoice_runs",
  {
    ...sellerKey,
    periodFrom: civilDay("period_from"),
    periodBefore: civilDay("period_before"),
    /** Numbers of the orders chosen by hand, in place of a period. */
    orderNumbers: jsonb("order_numbers").$type<readonly string[]>(),
    status: invoiceRunStatus("status").notNull(),
    totalCount: integer("total_count").notNull(),
    issuedCount: integer("issued_count").notNull().default(0),
    refused: jsonb("refused").$type<readonly RefusedOrder[]>().notNull().default([]),
    refusedCount: integer("refused_count").notNull().default(0),
    /** Number of the last order looked at: orders are taken by number, and a run goes on after it. */
    lastOrderNumber: text("last_order_number"),
    startedBy: text("started_by").notNull(),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("one_run_at_a_time").on(table.sellerId).where(sql`status = 'running'`),
    check(
      "invoice_run_target",
      sql`(period_from is null) = (period_before is null) and (period_from is null) <> (order_numbers is null)`,
    ),
    check("invoice_run_counts", sql`issued_count >= 0 and refused_count >= 0 and total_count >= 0`),
    sellerRows(),
  ],
);
