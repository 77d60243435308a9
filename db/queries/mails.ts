import { and, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope, SellerScope } from "@/lib/auth/scope";

/** A mail as the sender needs it; undefined when there is none. */
export async function findMailToSend(scope: JobScope, mailId: string) {
  const [mail] = await withScope(scope, (tx) =>
    tx
      .select({
        id: mails.id,
        sellerId: mails.sellerId,
        claimId: mails.claimId,
        linkId: mails.linkId,
        template: mails.template,
        dedupeKey: mails.dedupeKey,
        messageId: mails.messageId,
        recipient: mails.recipient,
        replyTo: mails.replyTo,
        locale: mails.locale,
        content: mails.content,
        status: mails.status,
        attempts: mails.attempts,
      })
      .from(mails)
      .where(eq(mails.id, mailId))
      .limit(1),
  );
  return mail;
}

export type MailToSend = NonNullable<Awaited<ReturnType<typeof findMailToSend>>>;

export type OutboxFilter = {
  readonly status?: MailToSend["status"] | undefined;
  /** Identifier of the last mail of the page before: identifiers grow with time. */
  readonly before?: string | undefined;
};

/** The latest mails first, with the placeholders of their links. */
export async function listMails(scope: AdminScope, filter: OutboxFilter, limit = 50) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: mails.id,
        template: mails.template,
        recipient: mails.recipient,
        subject: mails.subject,
        status: mails.status,
        attempts: mails.attempts,
        lastError: mails.lastError,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .where(
        and(
          filter.status ? eq(mails.status, filter.status) : undefined,
          filter.before ? lt(mails.id, filter.before) : undefined,
        ),
      )
      .orderBy(desc(mails.id))
      .limit(limit),
  );
}

export type OutboxMail = Awaited<ReturnType<typeof listMails>>[number];

/** One mail as the operator reads it, or the seller whose claim it is about. */
export async function findMail(scope: AdminScope | SellerScope, mailId: string) {
  const [mail] = await withScope(scope, (tx) =>
    tx
      .select({
        id: mails.id,
        claimId: mails.claimId,
        template: mails.template,
        recipient: mails.recipient,
        replyTo: mails.replyTo,
        locale: mails.locale,
        content: mails.content,
        subject: mails.subject,
        bodyText: mails.bodyText,
        status: mails.status,
        attempts: mails.attempts,
        lastError: mails.lastError,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .where(eq(mails.id, mailId))
      .limit(1),
  );
  return mail;
}

/** The latest mails of a claim to its customer, each with how many there are in all. */
export async function listMailsOfClaim(scope: SellerScope | AdminScope, claimId: string, limit = 100) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: mails.id,
        template: mails.template,
        recipient: mails.recipient,
        subject: mails.subject,
        status: mails.status,
        lastError: mails.lastError,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(mails)
      .where(and(eq(mails.claimId, claimId), isNotNull(mails.linkId)))
      .orderBy(desc(mails.id))
      .limit(limit),
  );
}

export type ClaimMail = Awaited<ReturnType<typeof listMailsOfClaim>>[number];
