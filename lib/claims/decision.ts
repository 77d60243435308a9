import type { ClaimState } from "@/lib/claims/claim";
import type { ClockFacts } from "@/lib/deadlines/clock";

/** What the operator decides on a claim that was put before it. */
export const OPERATOR_DECISIONS = ["back_to_seller", "for_customer", "for_seller"] as const;
export type OperatorDecision = (typeof OPERATOR_DECISIONS)[number];

/** Whether the seller owes the customer words after it: told to answer, or to do what was decided. */
export function asksSeller(decision: OperatorDecision): boolean {
  return decision !== "for_seller";
}

/** Whose turn it is once the operator has decided; a decision for the seller takes no answer off it that it owed. */
export function stateAfterDecision(decision: OperatorDecision, clocks: readonly ClockFacts[]): ClaimState {
  const owesAnswer = clocks.some(
    ({ kind, stoppedAt, cancelledAt }) =>
      (kind === "reply" || kind === "next_reply" || kind === "proof_of_delivery") && !stoppedAt && !cancelledAt,
  );
  return asksSeller(decision) || owesAnswer ? "awaiting_seller" : "awaiting_customer";
}
