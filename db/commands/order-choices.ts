import { type CustomerLink, ensureLink } from "@/db/commands/links";
import { queueMail } from "@/db/commands/mails";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type OrderChoice, orderChoiceMailKey } from "@/lib/notifications/order-choice";

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;
type SellerJob = Extract<JobScope, { readonly kind: "job" }>;

export type ChoicesToMail = {
  readonly submissionId: string;
  readonly orderNumber: string;
  readonly locale: string;
  /** The orders of one address of record, in an order that is always the same. */
  readonly recipient: string;
  readonly choices: readonly OrderChoice[];
};

/**
 * One mail to one address of record, with an address for each order it may be about. Written once for a submission
 * and the first of these orders.
 */
export async function mailOrderChoices(scope: SweepScope, mail: ChoicesToMail, now: Instant): Promise<void> {
  const { submissionId, orderNumber, choices, recipient, locale } = mail;
  const [first] = choices;
  if (!first) return;
  const dedupeKey = orderChoiceMailKey(submissionId, first.orderId);
  await withScope(scope, (tx) =>
    queueMail(
      tx,
      { template: "claim_links", values: { orderNumber, choices: { choices } }, dedupeKey, recipient, locale },
      now,
    ),
  );
}

/** The order's mailed link, for who has just shown that its address is theirs. */
export async function giveMailedLink(
  scope: SellerJob,
  claim: { readonly orderId: string; readonly claimId: string },
  now: Instant,
): Promise<CustomerLink> {
  const wanted = { sellerId: scope.sellerId, orderId: claim.orderId, audience: "mailed" } as const;
  return withScope(scope, (tx) => ensureLink(tx, wanted, { actor: scope.actor, now, claimId: claim.claimId }));
}
