/** What the customer reports, in the order of the situations table; `other` is convertible by an agent (assumed). */
export const SITUATIONS = [
  "parcel_not_received",
  "no_longer_wanted",
  "wrong_product",
  "damaged",
  "broken_down",
  "missing_item",
  "invoice_request",
  "other",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Phase of `no_longer_wanted`, decided once, at the instant the customer sent the statement. */
export const WITHDRAWAL_PHASES = ["before_dispatch", "withdrawal_period", "after_withdrawal_period"] as const;
export type WithdrawalPhase = (typeof WITHDRAWAL_PHASES)[number];

export const CLAIM_STATES = ["to_triage", "awaiting_seller", "awaiting_customer", "escalated", "closed"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
