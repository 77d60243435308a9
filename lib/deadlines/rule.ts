import type { WeeklyOpening } from "@/lib/calendar/business-hours";
import type { IsoDate } from "@/lib/calendar/civil-day";

/** Every period the product counts, in the order of the policy. */
export const DEADLINE_KINDS = [
  "reply",
  "proof_of_delivery",
  "next_reply",
  "delivery_due",
  "formal_notice",
  "withdrawal_period",
  "withdrawal_period_uninformed",
  "goods_return",
  "withdrawal_refund",
  "delivery_refund",
  "conformity_remedy",
  "conformity_refund",
  "return_cost_refund",
  "legal_guarantee",
  "repair_extension",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** `working_day` is Mon–Fri without holidays, `delivery_day` Mon–Sat without holidays, `month` a civil month. */
export const PERIOD_UNITS = ["calendar_day", "working_day", "delivery_day", "month", "hour", "business_hour"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** What the last day does when it is a rest day. */
export const ROLLS = ["none", "forward"] as const;
export type Roll = (typeof ROLLS)[number];

/** Whose calendar and zone count the days. */
export const CALENDAR_BASES = ["marketplace", "delivery_territory"] as const;
type CalendarBasis = (typeof CALENDAR_BASES)[number];

export const TURNS = ["seller", "customer"] as const;
export type Turn = (typeof TURNS)[number];

/** The fact a period starts from. It may lie long before the clock is written. */
export const START_FACTS = [
  "request_received",
  "follow_up_received",
  "order_placed",
  "formal_notice_received",
  "last_parcel_delivered",
  "initial_withdrawal_expiry",
  "statement_sent",
  "statement_received",
  "contract_ended",
  "goods_returned_or_dispatch_proven",
  "taken_under_guarantee",
  "repair_done",
] as const;
export type StartFact = (typeof START_FACTS)[number];

/** The fact that stops a period in time. */
export const MET_BY_FACTS = [
  "complete_reply",
  "proof_sent_to_customer",
  "human_answer",
  "delivery",
  "statement_sent",
  "goods_sent",
  "refund_with_evidence",
  "remedy_done",
] as const;
type MetByFact = (typeof MET_BY_FACTS)[number];

/** What ends a period without an answer being owed any more. */
export const CANCELLING_FACTS = [
  "requalified",
  "refund_or_reshipment_accepted",
  "refund_or_reshipment_done",
  "received_by_customer",
] as const;
export type CancellingFact = (typeof CANCELLING_FACTS)[number];

/** What holds a period back; only the law or the policy may. */
export const SUSPENDING_FACTS = ["goods_not_back"] as const;
export type SuspendingFact = (typeof SUSPENDING_FACTS)[number];

/** `law:` is the Code, `contract:` the marketplace's rule, `assumed:` our reading of a silence. */
export type Origin = `${"law" | "contract" | "assumed"}:${string}`;

/** A later text on the same period: it applies to contracts made from `inForceFrom` on. */
export type Amendment = {
  readonly inForceFrom: IsoDate;
  readonly length: number;
  readonly origin: Origin;
  /** The text was not read in its official form: shown as a reading to be confirmed. */
  readonly toVerify?: boolean;
};

export type DeadlineRule = {
  /** Null when the parties fix it (the period a formal notice gives). */
  readonly length: number | null;
  readonly unit: PeriodUnit;
  readonly roll: Roll;
  readonly basis: CalendarBasis;
  readonly whoseTurn: Turn;
  readonly starts: StartFact;
  /** Null when nothing the parties do can stop the period (a guarantee). */
  readonly metBy: MetByFact | null;
  readonly cancelledBy: readonly CancellingFact[];
  readonly suspendedBy: readonly SuspendingFact[];
  readonly origin: Origin;
  /** Situations in which the text is silent and the same period is our reading. */
  readonly assumedFor?: readonly string[];
  readonly inForceFrom: IsoDate;
  readonly toVerify?: boolean;
  /** Obligatory for `business_hour`, unused elsewhere. */
  readonly opening?: WeeklyOpening;
  readonly amendments?: readonly Amendment[];
};

export type DeadlineRules = Readonly<Record<DeadlineKind, DeadlineRule>>;

/** Rules as they stood together: a clock keeps the number of the version that computed it. */
export type DeadlinePolicy = {
  readonly version: number;
  readonly inForceFrom: IsoDate;
  readonly rules: DeadlineRules;
};
