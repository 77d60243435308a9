import { announceBounce } from "@/db/commands/later-mails";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** A mail to the customer came back: the seller of its claim is told. */
export async function tellOfBounce(
  scope: Extract<JobScope, { readonly kind: "job" }>,
  mail: { readonly id: string; readonly claimId: string; readonly recipient: string },
  now: Instant,
): Promise<void> {
  const act = { sellerId: scope.sellerId, claimId: mail.claimId, actor: scope.actor, now };
  await withScope(scope, (tx) => announceBounce(tx, act, { mailId: mail.id, recipient: mail.recipient }));
}
