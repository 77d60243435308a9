import type { Situation } from "@/lib/claims/claim";
import { type Solution, solutionsFor } from "@/lib/replies/solution";

/** What repairs a lack of conformity (C. conso. L217-8, L217-14). `completion`: the missing item is delivered. */
export const REMEDIES = ["repair", "replacement", "completion", "refund", "price_reduction"] as const;
export type Remedy = (typeof REMEDIES)[number];

/**
 * Remedies among which the consumer chooses, per situation: an answer offers two of them, or says why
 * each of the others is withheld (C. conso. L217-12). No entry: the situation is no lack of conformity.
 */
const REMEDIES_OF_SITUATION: Partial<Record<Situation, readonly Remedy[]>> = {
  wrong_product: ["replacement", "refund"],
  damaged: ["repair", "replacement", "refund"],
  broken_down: ["repair", "replacement", "refund"],
  missing_item: ["completion", "refund"],
};

export function remediesOf(situation: Situation): readonly Remedy[] {
  return REMEDIES_OF_SITUATION[situation] ?? [];
}

/** Whether the situation is a lack of conformity, to which the legal guarantee answers (C. conso. L217-3). */
export function isLackOfConformity(situation: Situation): boolean {
  return remediesOf(situation).length > 0;
}

const REMEDY_OF_SOLUTION: Partial<Record<Solution, Remedy>> = {
  exchange: "replacement",
  replacement: "replacement",
  repair: "repair",
  ship_missing_item: "completion",
  refund_without_return: "refund",
  price_reduction: "price_reduction",
};

/** The remedy a solution is by itself; a return procedure's remedy is its outcome. */
export function remedyOfSolution(solution: Solution, outcome: Remedy | undefined): Remedy | null {
  if (solution === "return_procedure") return outcome ?? null;
  return REMEDY_OF_SOLUTION[solution] ?? null;
}

const SOLUTIONS_OF_REMEDY: Record<Remedy, readonly Solution[]> = {
  repair: ["repair"],
  replacement: ["exchange", "replacement", "return_procedure"],
  completion: ["ship_missing_item"],
  refund: ["return_procedure"],
  price_reduction: ["price_reduction"],
};

/** The answer that carries out a remedy the customer chose; null when the situation knows none. */
export function solutionForRemedy(remedy: Remedy, situation: Situation): Solution | null {
  const solutions = solutionsFor(situation, null);
  return SOLUTIONS_OF_REMEDY[remedy].find((solution) => solutions.includes(solution)) ?? null;
}
