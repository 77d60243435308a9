import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";

/** Every way to answer a claim. The first of a list below is the likeliest. */
export const SOLUTIONS = [
  "confirm_delivery",
  "refund",
  "reship",
  "parcel_in_transit",
  "carrier_inquiry",
  "confirm_cancellation",
  "could_not_stop",
  "return_procedure",
  "accept_return",
  "refuse",
  "exchange",
  "repair",
  "replacement",
  "ship_missing_item",
  "goodwill_gesture",
  "refund_without_return",
  "price_reduction",
  "send_invoice",
  "send_corrected_invoice",
  "answer_other",
] as const;
export type Solution = (typeof SOLUTIONS)[number];

const SOLUTIONS_OF_SITUATION = {
  parcel_not_received: ["confirm_delivery", "refund", "reship", "parcel_in_transit", "carrier_inquiry"],
  wrong_product: ["return_procedure", "exchange", "refund_without_return", "price_reduction", "refuse"],
  damaged: ["return_procedure", "replacement", "repair", "refund_without_return", "price_reduction", "refuse"],
  broken_down: ["repair", "return_procedure", "replacement", "refund_without_return", "price_reduction", "refuse"],
  missing_item: [
    "ship_missing_item",
    "return_procedure",
    "goodwill_gesture",
    "refund_without_return",
    "price_reduction",
    "refuse",
  ],
  invoice_request: ["send_invoice", "send_corrected_invoice"],
  other: ["answer_other"],
} as const satisfies Record<Exclude<Situation, "no_longer_wanted">, readonly Solution[]>;

const SOLUTIONS_OF_PHASE = {
  before_dispatch: ["confirm_cancellation", "could_not_stop"],
  withdrawal_period: ["return_procedure"],
  after_withdrawal_period: ["accept_return", "refuse"],
} as const satisfies Record<WithdrawalPhase, readonly Solution[]>;

/**
 * Solutions a seller may choose for a claim, likeliest first.
 *
 * @param phase phase of `no_longer_wanted`, null for every other situation
 */
export function solutionsFor(situation: Situation, phase: WithdrawalPhase | null): readonly Solution[] {
  if (situation !== "no_longer_wanted") return SOLUTIONS_OF_SITUATION[situation];
  return phase === null ? [] : SOLUTIONS_OF_PHASE[phase];
}

/**
 * Solutions that change nothing before the customer says yes: the seller may not impose them
 * (C. conso. L217-8 and L217-12; for the gesture, the marketplace's situations table).
 */
const NEEDING_ACCEPTANCE: readonly Solution[] = [
  "goodwill_gesture",
  "refund_without_return",
  "price_reduction",
  "refund",
  "reship",
];

export function needsAcceptance(solution: Solution): boolean {
  return NEEDING_ACCEPTANCE.includes(solution);
}
