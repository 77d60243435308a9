import { and, eq, type SQL } from "drizzle-orm";
import { announceBounce } from "@/db/commands/later-mails";
import { mails } from "@/db/schema/mails";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { Actor, AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** A mail to the customer was refused on its way: the seller of its claim is told. */
export async function tellOfBounce(
  scope: Extract<JobScope, { readonly kind: "job" }>,
  mail: { readonly id: string; readonly claimId: string; readonly recipient: string },
  now: Instant,
): Promise<void> {
  const act = { sellerId: scope.sellerId, claimId: mail.claimId, actor: scope.actor, now };
  await withScope(scope, (tx) => announceBounce(tx, act, { mailId: mail.id, recipient: mail.recipient }));
}

/** By its identifier in the product, or by the Message-ID its return carries (RFC 3464, 2.1). */
export type BouncedMail = { readonly mailId: string } | { readonly messageId: string };

/**
 * A mail its server had taken came back later, as the operator or their mail system reports. Told twice, it is noted
 * once; one that is being sent again meanwhile is left to that attempt.
 *
 * @param reason what the return says, for those who look for the cause
 */
export async function reportBounce(
  scope: AdminScope,
  { mail, reason }: { readonly mail: BouncedMail; readonly reason: string },
  now: Instant,
): Promise<Outcome<{ readonly mailId: string }, "not_allowed" | "not_found" | "mail_not_sent">> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const which = "mailId" in mail ? eq(mails.id, mail.mailId) : eq(mails.messageId, mail.messageId);
    const [known] = await tx.select({ id: mails.id, status: mails.status }).from(mails).where(which).for("update");
    if (!known) return refused("not_found");
    if (known.status === "bounced") return accepted({ mailId: known.id });
    if (known.status !== "sent") return refused("mail_not_sent");
    await noteBounce(tx, which, { reason, actor: scope.actor, now });
    return accepted({ mailId: known.id });
  });
}

type Noted = { readonly reason: string; readonly actor: Actor; readonly now: Instant };

async function noteBounce(tx: Transaction, which: SQL, { reason, actor, now }: Noted): Promise<void> {
  const [mail] = await tx
    .update(mails)
    .set({ status: "bounced", lastError: reason.slice(0, 500) })
    .where(and(which, eq(mails.status, "sent")))
    .returning({
      id: mails.id,
      sellerId: mails.sellerId,
      claimId: mails.claimId,
      linkId: mails.linkId,
      recipient: mails.recipient,
    });
  // Only what bears the customer's link is the seller's to know of.
  if (!mail?.sellerId || !mail.claimId || !mail.linkId) return;
  const { sellerId, claimId, recipient } = mail;
  await announceBounce(tx, { sellerId, claimId, actor, now }, { mailId: mail.id, recipient });
}
