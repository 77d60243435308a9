import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { ContestRuling, InquiryOutcome } from "@/lib/evidence/proof-contest";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** A delivery the customer denies: what was asked of the customer and of the carrier, and what the operator ruled. */
export const proofContests = pgTable(
  "proof_contests",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    /** The proofs that had been sent; none when only an answer said that the parcel was handed over. */
    documentIds: uuid("document_ids").array().notNull(),
    contestedAt: instant("contested_at").notNull(),
    attestedAt: instant("attested_at"),
    attestedBy: text("attested_by"),
    inquiryOpenedOn: date("inquiry_opened_on", { mode: "string" }).$type<IsoDate>(),
    inquiryReference: text("inquiry_reference"),
    inquiryAnswerOn: date("inquiry_answer_on", { mode: "string" }).$type<IsoDate>(),
    inquiryOutcome: text("inquiry_outcome").$type<InquiryOutcome>(),
    inquiryEndedAt: instant("inquiry_ended_at"),
    ruling: text("ruling").$type<ContestRuling>(),
    rulingReason: text("ruling_reason"),
    ruledAt: instant("ruled_at"),
    ruledBy: text("ruled_by"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("proof_contests_of_claim").on(table.sellerId, table.claimId, table.contestedAt),
    index("proof_contests_by_day").on(table.contestedAt),
    uniqueIndex("one_open_contest_per_claim").on(table.sellerId, table.claimId).where(sql`ruling is null`),
    check("attested_by_someone", sql`(attested_at is null) = (attested_by is null)`),
    check("inquiry_with_answer_day", sql`(inquiry_opened_on is null) = (inquiry_answer_on is null)`),
    check("inquiry_opened_before_answer", sql`inquiry_answer_on >= inquiry_opened_on`),
    check("inquiry_outcome_known", sql`inquiry_outcome in ('delivery_confirmed', 'not_delivered', 'no_answer')`),
    check(
      "inquiry_ended_once_open",
      sql`(inquiry_outcome is null) = (inquiry_ended_at is null) and (inquiry_outcome is null or inquiry_opened_on is not null)`,
    ),
    check("ruling_known", sql`ruling in ('upheld', 'overturned')`),
    check(
      "ruled_with_reason",
      sql`(ruling is null) = (ruled_at is null) and (ruling is null) = (ruled_by is null) and (ruling is null) = (ruling_reason is null)`,
    ),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
