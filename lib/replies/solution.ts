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
 * What the customer's yes does. `required`: nothing happens before it (C. conso. L217-8, L217-12; for the gesture, the
 * situations table). `ends_proof_clock`: the promise binds at once, and a yes ends the search for a proof.
 */
export type Acceptance = "none" | "required" | "ends_proof_clock";

const ACCEPTANCE_OF_SOLUTION: Partial<Record<Solution, Acceptance>> = {
  goodwill_gesture: "required",
  refund_without_return: "required",
  price_reduction: "required",
  refund: "ends_proof_clock",
  reship: "ends_proof_clock",
};

export function acceptanceOf(solution: Solution): Acceptance {
  return ACCEPTANCE_OF_SOLUTION[solution] ?? "none";
}
