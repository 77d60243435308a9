import { findOrderOfNumber } from "@/db/queries/order-choices";
import { findSubmission } from "@/db/queries/submissions";
import { isTokenOfLink, linkIdOfToken, linkToken } from "@/lib/auth/link-token";
import { env } from "@/lib/env";
import { entryScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/secret";

type ChosenOrder = { readonly submissionId: string; readonly orderId: string };

/** One submission, one order: there is nothing to renew. */
const GENERATION = 1;

/** The address that says which order a submission is about; only a mail to the order's own address holds it. */
export function orderChoiceUrl({ submissionId, orderId }: ChosenOrder): string {
  const token = linkToken(secret(orderId), { id: submissionId, generation: GENERATION });
  return `${env().BASE_URL}/reclamation/commande/${orderId}/${token}`;
}

/** What such an address names; undefined when it is not one of ours. */
function chosenOrderOf(orderId: string, token: string): ChosenOrder | undefined {
  const submissionId = linkIdOfToken(token);
  if (!submissionId || !/^[0-9a-f-]{36}$/.test(orderId)) return undefined;
  const isOurs = isTokenOfLink(token, secret(orderId), { id: submissionId, generation: GENERATION });
  return isOurs ? { submissionId, orderId } : undefined;
}

/** What a link of that mail asks; undefined alike when it is not ours, or when the order has been told already. */
export async function findOrderChoice(orderId: string, token: string) {
  const chosen = chosenOrderOf(orderId, token);
  const submission = chosen && (await findSubmission(entryScope(), chosen.submissionId));
  if (submission?.status !== "waiting") return undefined;
  const order = await findOrderOfNumber(entryScope(submission.orderNumber), orderId);
  return order && { submission, order };
}

/** Apart from the customer's links, whose tokens have the same shape. */
function secret(orderId: string): string {
  return `order-choice:${orderId}:${authSecret()}`;
}
