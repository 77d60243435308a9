/** What is counted. `clock_*` by kind of clock, the others by what their detail says. */
export const MEASURES = [
  /** A seller's clock, under the day it is due: met in time; answered late; given up after its bound; not yet ended. */
  "clock_met",
  "clock_late",
  "clock_ended",
  "clock_open",
  "clock_cancelled",
  /** An answer, under the day its clock was due; the detail is the band of time that was left. */
  "answer_left",
  /** A claim, under the day it was received; the detail says who recorded it. */
  "claim_received",
  /** The same claims, by carrier of the order's first parcel. */
  "claim_carrier",
  /** An order, under the day its first parcel left, by carrier. Of orders, which the claims' journal does not hold. */
  "order_dispatched",
  /** A standing answer, under its day, by solution; the first one of its claim; one worded as an earlier one. */
  "reply_sent",
  "first_reply",
  "identical_reply",
  /** Working time to the first answer; the detail is the number of its quarter of an hour, from 0. */
  "answer_time",
  /** What the customer said to a solution that asked for a yes, by solution and answer. */
  "solution_answered",
  "requalified",
  /** A seller's promise, under the day it is for: kept by then, kept later, not yet kept. */
  "promise_kept",
  "promise_late",
  "promise_open",
  "proof_contested",
  "proof_upheld",
  "proof_overturned",
  "refusal_upheld",
  "refusal_overturned",
  /** A closure, and one that was taken back, both under the day of the closure. */
  "claim_closed",
  "claim_reopened",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Bands of the time that was left when an answer was given, most left first; the last two are after the bound. */
export const LEFT_BANDS = ["over_48", "24_48", "12_24", "4_12", "0_4", "late_24", "late"] as const;
export type LeftBand = (typeof LEFT_BANDS)[number];

/** The seller's id under which all sellers are counted together. */
export const ALL_SELLERS = "00000000-0000-0000-0000-000000000000";
