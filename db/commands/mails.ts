import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { enqueueJob } from "@/db/commands/jobs";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { MailContent } from "@/lib/notifications/mail-content";

export type NewMail = MailContent & {
  readonly sellerId?: string;
  readonly claimId?: string;
  /** The link the body's placeholder stands for. */
  readonly linkId?: string;
  /** One mail per key, ever: `claim:clock:stage:recipient`. */
  readonly dedupeKey: string;
  readonly recipient: string;
  readonly replyTo?: string;
  readonly locale: string;
};

/**
 * Write a mail and the job that sends it, in the business transaction. A key that was used already writes nothing.
 *
 * No RETURNING: a customer's scope may add a mail and read none.
 */
export async function queueMail(tx: Transaction, mail: NewMail, now: Instant): Promise<void> {
  const id = uuidv7();
  const { values, sellerId = null, claimId = null, linkId = null, replyTo = null, ...columns } = mail;
  await tx
    .insert(mails)
    .values({
      ...columns,
      id,
      sellerId,
      claimId,
      linkId,
      replyTo,
      content: values,
      messageId: `${randomUUID()}@espace-vendeur`,
      status: "queued",
      createdAt: now,
    })
    .onConflictDoNothing();
  await enqueueJob(tx, "send_mail", { mailId: id });
}
