import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enqueueJob } from "@/db/commands/jobs";
import { queueMail } from "@/db/commands/mails";
import { sellerNotices } from "@/db/schema/notices";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { MailContent } from "@/lib/notifications/mail-content";
import { modeOf, noticeKindOf } from "@/lib/notifications/notice";

export type NewNotice = MailContent & {
  readonly sellerId: string;
  readonly claimId: string;
  /** The clock it warns of. */
  readonly clockId?: string;
  /** One notice per key, ever: `claim:clock:stage`. */
  readonly dedupeKey: string;
};

/**
 * Write what a seller's people are to be told, and the job that tells those who want to know at once. No RETURNING:
 * a customer's scope may add a notice and read none.
 *
 * @returns whether the notice is new
 */
export async function writeNotice(tx: Transaction, notice: NewNotice, now: Instant): Promise<boolean> {
  const id = uuidv7();
  const { values, clockId = null, ...columns } = notice;
  const kind = noticeKindOf(notice.template);
  const inserted = await tx
    .insert(sellerNotices)
    .values({ ...columns, id, clockId, kind, content: values, createdAt: now })
    .onConflictDoNothing();
  if (inserted.count === 0) return false;
  await enqueueJob(tx, "tell_notice", { sellerId: notice.sellerId, noticeId: id }, { key: `notice:${id}` });
  return true;
}

type SellerJob = Extract<JobScope, { readonly kind: "job" }>;

/** Mail a notice to every member who is told at once; while nobody answers claims here yet, to the after-sales address. */
export async function tellNotice(scope: SellerJob, noticeId: string, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const [notice] = await tx
      .select()
      .from(sellerNotices)
      .where(and(eq(sellerNotices.sellerId, scope.sellerId), eq(sellerNotices.id, noticeId)));
    if (!notice) return;
    const members = await listReaders(tx, scope.sellerId);
    const atOnce = members.filter((member) => modeOf(notice.kind, member) === "now");
    const fallback = members.some(({ role }) => role === "owner" || role === "agent") ? [] : await contactOf(tx, scope);
    const { template, content: values, sellerId, claimId, dedupeKey } = notice;
    for (const { email, locale } of [...atOnce, ...fallback]) {
      const mail = {
        template,
        values,
        sellerId,
        claimId,
        dedupeKey: `${dedupeKey}:${email}`,
        recipient: email,
        locale,
      };
      await queueMail(tx, mail, now);
    }
  });
}

/** Who works for a seller, with what they chose to be told of. */
async function listReaders(tx: Transaction, sellerId: string) {
  return tx
    .select({
      userId: users.id,
      email: users.email,
      locale: users.locale,
      role: memberships.role,
      choices: memberships.noticeChoices,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.sellerId, sellerId), isNull(memberships.revokedAt), isNull(users.disabledAt)))
    .orderBy(asc(memberships.createdAt), asc(users.id))
    .limit(500);
}

async function contactOf(tx: Transaction, { sellerId }: SellerJob) {
  const [seller] = await tx
    .select({ email: sql<string | null>`${sellers.contact} ->> 'email'` })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  return seller?.email ? [{ email: seller.email, locale: "fr" }] : [];
}
