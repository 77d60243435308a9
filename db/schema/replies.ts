import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/journal/canonical";
import type { ReplyInput } from "@/lib/replies/schema";
import { claims } from "./claims";
import { clocks } from "./clocks";
import { civilDay, instant, sellerKey } from "./columns";
import { commitmentKind, commitmentStatus, customerAnswer, remedy, replyStatus, solution } from "./enums";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** A structured answer. Only a complete one is ever sent; the policy that judged it is frozen with it. */
export const replies = pgTable(
  "replies",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    solution: solution("solution").notNull(),
    content: jsonb("content").$type<ReplyInput>().notNull(),
    status: replyStatus("status").notNull(),
    policyVersion: integer("policy_version").notNull(),
    author: text("author").notNull(),
    /** The claim's revision this answer was written on: a form opened before it is told. */
    claimRevision: integer("claim_revision"),
    sentAt: instant("sent_at"),
    visibleAt: instant("visible_at"),
    undoneAt: instant("undone_at"),
    customerAnswer: customerAnswer("customer_answer"),
    customerAnsweredAt: instant("customer_answered_at"),
    chosenRemedy: remedy("chosen_remedy"),
    /** When the seller took back what it had offered and the customer had not answered. */
    withdrawnAt: instant("withdrawn_at"),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("replies_of_claim").on(table.sellerId, table.claimId, table.sentAt),
    uniqueIndex("one_draft_per_author").on(table.sellerId, table.claimId, table.author).where(sql`status = 'draft'`),
    check("sent_at_with_sent", sql`(sent_at is not null) = (status <> 'draft')`),
    check("undone_at_with_undone", sql`(undone_at is not null) = (status = 'undone')`),
    check("withdrawn_unanswered", sql`withdrawn_at is null or (status = 'sent' and customer_answer is null)`),
    check("answered_at_with_answer", sql`(customer_answered_at is not null) = (customer_answer is not null)`),
    sellerRows(),
    customerRows(sql`status = 'sent' and ${ofScopedClaim}`),
  ],
);

/** What an answer promised, followed until it is done. */
export const commitments = pgTable(
  "commitments",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    replyId: uuid("reply_id").notNull(),
    clockId: uuid("clock_id"),
    kind: commitmentKind("kind").notNull(),
    status: commitmentStatus("status").notNull(),
    dueOn: civilDay("due_on"),
    amountCents: integer("amount_cents"),
    details: jsonb("details").$type<Json>(),
    answeredAt: instant("answered_at"),
    doneAt: instant("done_at"),
    doneEvidence: text("done_evidence"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    foreignKey({ columns: [table.sellerId, table.replyId], foreignColumns: [replies.sellerId, replies.id] }),
    foreignKey({ columns: [table.sellerId, table.clockId], foreignColumns: [clocks.sellerId, clocks.id] }),
    index("commitments_of_claim").on(table.sellerId, table.claimId),
    index("commitments_due").on(table.sellerId, table.status, table.dueOn),
    check("done_at_with_done", sql`(done_at is not null) = (status = 'done')`),
    check("amount_not_negative", sql`amount_cents >= 0`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
