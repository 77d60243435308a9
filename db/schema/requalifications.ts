import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { requalificationConsent, situation } from "./enums";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** Each change of a claim's situation, made or asked of the customer, who reads the reason. */
export const requalifications = pgTable(
  "requalifications",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    fromSituation: situation("from_situation").notNull(),
    toSituation: situation("to_situation").notNull(),
    reason: text("reason").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    consent: requalificationConsent("consent").notNull(),
    decidedAt: instant("decided_at"),
    appliedAt: instant("applied_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("requalifications_of_claim").on(table.sellerId, table.claimId, table.askedAt),
    uniqueIndex("one_question_per_claim").on(table.sellerId, table.claimId).where(sql`consent = 'asked'`),
    check("requalified_to_another", sql`from_situation <> to_situation`),
    check("decided_with_consent", sql`(decided_at is not null) = (consent in ('given', 'refused'))`),
    check("applied_when_allowed", sql`(applied_at is not null) = (consent in ('not_needed', 'given'))`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
