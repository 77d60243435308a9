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
import type { AlertFacts, AppealOutcome, Effect, StatementOfReasons } from "@/lib/compliance/alert";
import type { ThresholdMeasure } from "@/lib/compliance/threshold";
import type { Origin } from "@/lib/deadlines/rule";
import { civilDay, instant, sellerKey } from "./columns";
import { publicRows, sellerRows } from "./policies";
import { sellers } from "./sellers";

/** What is expected of every seller, as data: a rule is never edited, the next one ends it. */
export const thresholds = pgTable(
  "thresholds",
  {
    id: uuid("id").primaryKey(),
    measure: text("measure").$type<ThresholdMeasure>().notNull(),
    /** Lowest share that is enough, in basis points. */
    atLeastBps: integer("at_least_bps").notNull(),
    /** Days it looks back on, today included. */
    days: integer("days").notNull(),
    /** Under this many nothing is concluded; never zero, so that nothing is divided by it. */
    minSample: integer("min_sample").notNull(),
    origin: text("origin").$type<Origin>().notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    endedAt: instant("ended_at"),
    createdBy: uuid("created_by"),
  },
  (table) => [
    uniqueIndex("one_threshold_in_force").on(table.measure).where(sql`ended_at is null`),
    check("share_of_a_whole", sql`at_least_bps between 1 and 10000`),
    check("sample_not_empty", sql`min_sample >= 1`),
    check("days_of_a_year", sql`days between 1 and 366`),
    check("ended_after_start", sql`ended_at >= effective_from`),
    ...publicRows(),
  ],
);

/**
 * A seller under a threshold, with the facts as they were that day. The seller answers first, a person decides with
 * reasons, and another person judges the appeal: the database holds the order and that they are two.
 */
export const alerts = pgTable(
  "alerts",
  {
    ...sellerKey,
    thresholdId: uuid("threshold_id")
      .notNull()
      .references(() => thresholds.id),
    facts: jsonb("facts").$type<AlertFacts>().notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** Until then the seller may answer before anybody decides. */
    answerBefore: instant("answer_before").notNull(),
    answer: text("answer"),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by"),
    effect: text("effect").$type<Effect>(),
    reasons: jsonb("reasons").$type<StatementOfReasons>(),
    effectiveOn: civilDay("effective_on"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
    appealBefore: instant("appeal_before"),
    appeal: text("appeal"),
    appealedAt: instant("appealed_at"),
    appealedBy: uuid("appealed_by"),
    appealOutcome: text("appeal_outcome").$type<AppealOutcome>(),
    appealReason: text("appeal_reason"),
    judgedAt: instant("judged_at"),
    judgedBy: uuid("judged_by"),
    /** When a suspension took the seller's pen away, and when it was given back. */
    carriedOutAt: instant("carried_out_at"),
    liftedAt: instant("lifted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("raised_once").on(table.sellerId, table.thresholdId).where(sql`decided_at is null`),
    index("alerts_by_time").on(table.raisedAt),
    check("answered_whole", sql`(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)`),
    check("seller_heard_first", sql`decided_at is null or answered_at is not null or decided_at >= answer_before`),
    check(
      "decided_with_reasons",
      sql`num_nulls(effect, reasons, effective_on, decided_at, decided_by, appeal_before) in (0, 6)`,
    ),
    check("effect_known", sql`effect in ('no_action', 'warning', 'suspension')`),
    check("appeal_in_its_term", sql`appealed_at is null or (decided_at is not null and appealed_at < appeal_before)`),
    check("appealed_whole", sql`num_nulls(appeal, appealed_at, appealed_by) in (0, 3)`),
    check("judged_whole", sql`num_nulls(appeal_outcome, appeal_reason, judged_at, judged_by) in (0, 4)`),
    check("judged_after_appeal", sql`judged_at is null or appealed_at is not null`),
    check("judged_by_another", sql`judged_by <> decided_by`),
    check("outcome_known", sql`appeal_outcome in ('upheld', 'overturned')`),
    check("suspended_by_decision", sql`carried_out_at is null or effect = 'suspension'`),
    check("lifted_after_suspension", sql`lifted_at is null or carried_out_at is not null`),
    sellerRows(),
  ],
);
