import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ZoneId } from "@/lib/calendar/zone";
import type { Origin } from "@/lib/deadlines/rule";
import { claims } from "./claims";
import { civilDay, instant, sellerKey } from "./columns";
import { deadlineKind, suspendingFact, turn } from "./enums";
import { customerRows, ofScopedClaim, sellerRows } from "./policies";

/** A running period of a claim, kept as facts: its state is a function of these and an instant. */
export const clocks = pgTable(
  "clocks",
  {
    ...sellerKey,
    claimId: uuid("claim_id").notNull(),
    kind: deadlineKind("kind").notNull(),
    ruleVersion: integer("rule_version").notNull(),
    calendar: text("calendar").notNull(),
    /** Last correction of that calendar the days were counted with; 0 when there was none. */
    calendarVersion: integer("calendar_version").notNull().default(0),
    zone: text("zone").$type<ZoneId>().notNull(),
    whoseTurn: turn("whose_turn").notNull(),
    origin: text("origin").$type<Origin>().notNull(),
    startsAt: instant("starts_at").notNull(),
    startsOn: civilDay("starts_on").notNull(),
    nominalOn: civilDay("nominal_on").notNull(),
    dueOn: civilDay("due_on").notNull(),
    dueBefore: instant("due_before").notNull(),
    /** The bound that counts: later than `dueBefore` after a suspension by law, null while it lasts. */
    effectiveDueBefore: instant("effective_due_before"),
    stoppedAt: instant("stopped_at"),
    cancelledAt: instant("cancelled_at"),
    cancellationReason: text("cancellation_reason"),
    suspendedBy: suspendingFact("suspended_by"),
    resumedAt: instant("resumed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    index("clocks_of_claim").on(table.sellerId, table.claimId),
    index("clocks_due").on(table.sellerId, table.whoseTurn, table.effectiveDueBefore),
    index("clocks_overdue")
      .on(table.effectiveDueBefore)
      .where(sql`stopped_at is null and cancelled_at is null and whose_turn = 'seller'`),
    index("clocks_open").on(table.id).where(sql`stopped_at is null and cancelled_at is null`),
    check("ends_after_start", sql`due_before > starts_at`),
    sellerRows(),
    customerRows(ofScopedClaim),
  ],
);
