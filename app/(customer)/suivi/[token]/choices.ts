import type { CustomerClaim } from "@/db/queries/customer-space";
import { effectsOfReply } from "@/lib/replies/effects";
import type { Remedy } from "@/lib/replies/remedy";

export type CustomerReply = CustomerClaim["replies"][number];

/** Remedies the customer may still choose among, by an answer that left the choice; fewer than two is none. */
export function choicesOf({ claim, context }: CustomerClaim, reply: CustomerReply): readonly Remedy[] {
  if (claim.state === "closed" || reply.customerAnswer) return [];
  const { choices } = effectsOfReply(reply.content, context);
  return choices.length > 1 ? choices : [];
}
