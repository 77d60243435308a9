import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enqueueJob } from "@/db/commands/jobs";
import { mails } from "@/db/schema/mails";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope, JobScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { env } from "@/lib/env";
import type { MailContent } from "@/lib/notifications/mail-content";
import { RETRYABLE } from "@/lib/notifications/mail-status";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type NewMail = MailContent & {
  readonly sellerId?: string | undefined;
  readonly claimId?: string | undefined;
  /** The link the body's placeholder stands for. */
  readonly linkId?: string | undefined;
  /** One mail per key, ever: `claim:clock:stage:recipient`. */
  readonly dedupeKey: string;
  readonly recipient: string;
  readonly replyTo?: string | undefined;
  readonly locale: string;
  /** Not before: an answer can be undone until then. */
  readonly notBefore?: Instant | undefined;
};

/**
 * Write a mail and the job that sends it, in the business transaction. A key that was used already writes nothing.
 *
 * No RETURNING: a customer's scope may add a mail and read none. The row count is all the database tells.
 *
 * @returns whether the mail is new
 */
export async function queueMail(tx: Transaction, mail: NewMail, now: Instant): Promise<boolean> {
  const id = uuidv7();
  const { values, sellerId = null, claimId = null, linkId = null, replyTo = null, notBefore, ...columns } = mail;
  const references = { sellerId, claimId, linkId, replyTo, messageId: `<${id}@${senderDomain()}>` };
  const inserted = await tx
    .insert(mails)
    .values({ ...columns, ...references, id, content: values, status: "queued", createdAt: now })
    .onConflictDoNothing();
  if (inserted.count === 0) return false;
  await enqueueJob(tx, "send_mail", { mailId: id }, { key: `mail:${id}`, ...(notBefore ? { runAt: notBefore } : {}) });
  return true;
}

/** Host part of the sender's address: what makes a Message-ID ours. */
function senderDomain(): string {
  return /@([^\s<>@]+)>?$/.exec(env().MAIL_FROM)?.[1] ?? "localhost";
}

export type MailOutcome =
  | { readonly status: "sent"; readonly at: Instant; readonly words: MailWords }
  | { readonly status: "kept"; readonly words: MailWords }
  | { readonly status: "queued" | "failed" | "bounced"; readonly error: string };

/** What a mail said, with its placeholders: never an address that opens something. */
type MailWords = { readonly subject: string; readonly bodyText: string };

/**
 * Take a mail in hand: what was cancelled meanwhile is not sent. One that a crash left in hand is taken up again, under
 * its Message-ID.
 */
export async function beginMail(scope: JobScope, mailId: string): Promise<boolean> {
  return withScope(scope, async (tx) => {
    const taken = await tx
      .update(mails)
      .set({ status: "sending" })
      .where(and(eq(mails.id, mailId), inArray(mails.status, ["queued", "sending"])));
    return taken.count > 0;
  });
}

/** Note what became of an attempt. Every attempt at sending counts, successful or not. */
export async function recordMailAttempt(
  scope: JobScope,
  mail: { readonly id: string; readonly attempts: number },
  outcome: MailOutcome,
): Promise<void> {
  await withScope(scope, (tx) =>
    tx
      .update(mails)
      .set({
        status: outcome.status,
        attempts: outcome.status === "kept" ? mail.attempts : mail.attempts + 1,
        lastError: "error" in outcome ? outcome.error.slice(0, 500) : null,
        sentAt: outcome.status === "sent" ? outcome.at : null,
        ...("words" in outcome ? outcome.words : {}),
      })
      .where(eq(mails.id, mail.id)),
  );
}

/** Try again what was kept, failed or came back. The Message-ID stays, so that a double can be recognised. */
export async function retryMail(
  scope: AdminScope | SellerScope,
  mailId: string,
): Promise<Outcome<null, "not_allowed" | "mail_not_retryable">> {
  const isAllowed = scope.kind === "admin" ? mayAdministerMarketplace(scope) : mayHandleClaims(scope);
  if (!isAllowed) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const ofSeller = scope.kind === "seller" ? eq(mails.sellerId, scope.sellerId) : undefined;
    const queued = await tx
      .update(mails)
      .set({ status: "queued" })
      .where(and(eq(mails.id, mailId), inArray(mails.status, [...RETRYABLE]), ofSeller));
    if (queued.count === 0) return refused("mail_not_retryable");
    await enqueueJob(tx, "send_mail", { mailId }, { key: `mail:${mailId}` });
    return accepted(null);
  });
}
