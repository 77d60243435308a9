import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";

/** Typed grounds of a refusal. The last one is listed so that it can be named and turned down. */
export const REFUSAL_GROUNDS = [
  "withdrawal_period_over",
  "withdrawal_excluded",
  "professional_buyer",
  "matches_order",
  "conforming_at_delivery",
  "misuse",
  "normal_wear",
  "guarantee_over",
  "complete_at_dispatch",
  "not_part_of_order",
  "already_settled",
  "no_reservation_at_delivery",
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

const GROUNDS_OF_SITUATION: Partial<Record<Situation, readonly RefusalGround[]>> = {
  no_longer_wanted: ["withdrawal_period_over", "withdrawal_excluded", "professional_buyer", "already_settled"],
  wrong_product: ["matches_order", "guarantee_over", "already_settled"],
  damaged: ["conforming_at_delivery", "misuse", "guarantee_over", "already_settled"],
  broken_down: ["misuse", "normal_wear", "conforming_at_delivery", "guarantee_over", "already_settled"],
  missing_item: ["complete_at_dispatch", "not_part_of_order", "guarantee_over", "already_settled"],
};

/** Grounds the law leaves open in a situation; every other one is no ground at all. */
export function groundsFor(situation: Situation, phase: WithdrawalPhase | null): readonly RefusalGround[] {
  if (situation === "no_longer_wanted" && phase !== "after_withdrawal_period") return [];
  return GROUNDS_OF_SITUATION[situation] ?? [];
}
