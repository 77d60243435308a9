import type { CustomerClaim } from "@/db/queries/customer-space";
import { effectsOfReply } from "@/lib/replies/effects";
import type { Remedy } from "@/lib/replies/remedy";

export type CustomerReply = CustomerClaim["replies"][number];

/** What the customer may still prefer to the solution of an answer: the other remedies it leaves to choose. */
export function choicesOf(
  { claim, context }: CustomerClaim,
  { content, customerAnswer }: CustomerReply,
): readonly Remedy[] {
  if (claim.state === "closed" || customerAnswer) return [];
  const others = "alsoOffered" in content ? (content.alsoOffered ?? []) : [];
  const { choices } = effectsOfReply(content, context);
  return choices.length > 1 ? choices.filter((remedy) => others.includes(remedy)) : [];
}
