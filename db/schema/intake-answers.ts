import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { IntakeAnswer, IntakeField } from "@/lib/claims/intake";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** What the customer answered, in every version: another answer is another row, none is ever changed. */
export const intakeAnswers = pgTable(
  "intake_answers",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    question: text("question").$type<IntakeField>().notNull(),
    version: integer("version").notNull(),
    // In an object: a text alone would come back as the number or the truth value it looks like.
    answer: jsonb("answer").$type<{ readonly said: IntakeAnswer }>().notNull(),
    answeredBy: text("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    unique("one_answer_per_version").on(table.sellerId, table.claimId, table.question, table.version),
    check("answer_version_positive", sql`version > 0`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
