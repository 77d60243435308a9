import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/journal/canonical";
import { civilDay, instant, sellerKey } from "./columns";
import { claimRecorder, claimState, situation, withdrawalPhase } from "./enums";
import { channels, policies } from "./marketplace";
import { orderLines, orders } from "./orders";
import { customerRows, ofScopedClaim, ofScopedOrder, sellerRows } from "./policies";

export const claims = pgTable(
  "claims",
  {
    ...sellerKey,
    reference: text("reference").notNull().unique(),
    orderId: uuid("order_id").notNull(),
    channelId: text("channel_id")
      .notNull()
      .references(() => channels.id),
    externalId: text("external_id"),
    situation: situation("situation").notNull(),
    phase: withdrawalPhase("phase"),
    phaseReason: text("phase_reason"),
    state: claimState("state").notNull(),
    policyVersion: integer("policy_version")
      .notNull()
      .references(() => policies.version),
    recordedBy: claimRecorder("recorded_by").notNull(),
    statementSentAt: instant("statement_sent_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    openedAt: instant("opened_at").notNull(),
    intake: jsonb("intake").$type<Json>(),
    assignedTo: uuid("assigned_to"),
    nextDueOn: civilDay("next_due_on"),
    nextDueBefore: instant("next_due_before"),
    closedAt: instant("closed_at"),
    closureReason: text("closure_reason"),
    revision: integer("revision").notNull().default(0),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    unique("claim_once_per_channel").on(table.sellerId, table.channelId, table.externalId),
    index("inbox").on(table.sellerId, table.state, table.nextDueBefore, table.id),
    index("claims_by_urgency").on(table.sellerId, table.nextDueBefore, table.id),
    index("claims_of_order").on(table.sellerId, table.orderId),
    check("phase_with_withdrawal_only", sql`(phase is not null) = (situation = 'no_longer_wanted')`),
    check("closed_at_with_closed", sql`(closed_at is not null) = (state = 'closed')`),
    check("sent_before_opened", sql`statement_sent_at <= opened_at and received_at <= opened_at`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

/** The lines a claim is about, with quantities; none means the whole order. */
export const claimLines = pgTable(
  "claim_lines",
  {
    sellerId: uuid("seller_id").notNull(),
    claimId: uuid("claim_id").notNull(),
    orderLineId: uuid("order_line_id").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.claimId, table.orderLineId] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    foreignKey({ columns: [table.sellerId, table.orderLineId], foreignColumns: [orderLines.sellerId, orderLines.id] }),
    check("claimed_quantity_positive", sql`quantity > 0`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
