import { giveMailedLink, mailOrderChoices } from "@/db/commands/order-choices";
import { findOrderOfNumber } from "@/db/queries/order-choices";
import type { Submission } from "@/db/queries/submissions";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { attachAs } from "@/lib/server/attach-submission";
import { customerUrl } from "@/lib/server/customer-link";
import { findOrderChoice } from "@/lib/server/order-choice-link";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { entryScope, jobScope, sweepScope } from "@/lib/server/scope";

type Match = { readonly orderId: string; readonly customerEmail: string | null };

/**
 * Several orders, mostly of several sellers, have that number and that customer: each address of record gets one mail, with a link
 * for each of its orders. The submission waits meanwhile, with its instant, for the customer or the operator.
 */
export async function askWhichOrder(submission: Submission, matches: readonly Match[], now: Instant): Promise<void> {
  const { id: submissionId, orderNumber, locale } = submission;
  const reached = matches.flatMap(({ orderId, customerEmail }) => (customerEmail ? [{ orderId, customerEmail }] : []));
  const byAddress = Map.groupBy(reached, ({ customerEmail }) => customerEmail.toLowerCase());
  for (const [recipient, orders] of byAddress) {
    const choices = await Promise.all(orders.map((order) => choiceOf(submission, order.orderId)));
    const mail = { submissionId, orderNumber, locale, recipient, choices: choices.flat() };
    await mailOrderChoices(sweepScope("match_submission"), mail, now);
  }
}

async function choiceOf({ id: submissionId, orderNumber }: Submission, orderId: string) {
  const order = await findOrderOfNumber(entryScope(orderNumber), orderId);
  if (!order) return [];
  return [{ submissionId, orderId, seller: order.sellerName, placedOn: localDay(order.placedAt, STATEMENT_ZONE) }];
}

/**
 * The customer says which order it is: the claim opens with the instant of the first submission.
 *
 * @returns the address of the order's follow-up
 */
export async function chooseOrder(
  { orderId, token }: { readonly orderId: string; readonly token: string },
  now: Instant,
): Promise<Outcome<{ readonly followUrl: string }, "link_dead" | "not_possible">> {
  const choice = await findOrderChoice(orderId, token);
  if (!choice) return refused("link_dead");
  const { submission, order } = choice;
  const { sellerId, number } = order;
  const claim = await attachAs(
    { scope: sweepScope("choose_order"), actor: { kind: "visitor" } },
    { submission, sellerId, orderNumber: number },
    now,
  );
  if (!claim.ok) return refused(claim.reason === "not_found" ? "link_dead" : "not_possible");
  const link = await giveMailedLink(jobScope(sellerId, { kind: "visitor" }), claim.value, now);
  return accepted({ followUrl: customerUrl(link) });
}
