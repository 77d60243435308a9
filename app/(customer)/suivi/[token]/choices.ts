import type { CustomerClaim } from "@/db/queries/customer-space";
import { effectsOfReply } from "@/lib/replies/effects";
import { type Remedy, remedyOfSolution } from "@/lib/replies/remedy";

export type CustomerReply = CustomerClaim["replies"][number];

/** What the customer may still prefer to the solution of an answer: the other remedies it leaves to choose. */
export function choicesOf(
  { claim, context }: CustomerClaim,
  { content, customerAnswer, withdrawnAt }: CustomerReply,
): readonly Remedy[] {
  if (claim.state === "closed" || customerAnswer || withdrawnAt) return [];
  const others = "alsoOffered" in content ? (content.alsoOffered ?? []) : [];
  const own = remedyOfSolution(content.solution, "outcome" in content ? content.outcome : undefined);
  const { choices } = effectsOfReply(content, context);
  return choices.filter((remedy) => remedy !== own && others.includes(remedy));
}
