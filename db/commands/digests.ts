import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { clocks } from "@/db/schema/clocks";
import { sellerNotices } from "@/db/schema/notices";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { parseZone, zoneId } from "@/lib/calendar/zone";
import type { MailContent } from "@/lib/notifications/mail-content";
import { lastDigestSlot, modeOf, settledBefore } from "@/lib/notifications/notice";
import { NOTICE_KINDS } from "@/lib/notifications/notice-kind";

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;
type SellerJob = Extract<JobScope, { readonly kind: "job" }>;
export type DigestReader = { readonly sellerId: string; readonly userId: string };

/** Two digests are further apart than this, whatever the clocks of a zone do that day. */
const LEAST_GAP_MS = 4 * 3_600_000;
/** A digest names as many; the inbox holds the rest. */
const LONGEST = 60;

/** Members for whom there is news since their last digest. */
export async function listDigestReaders(scope: SweepScope, now: Instant): Promise<readonly DigestReader[]> {
  const rested = fromEpochMs(toEpochMs(now) - LEAST_GAP_MS);
  const since = sql`coalesce(${memberships.digestedUntil}, ${memberships.createdAt})`;
  return withScope(scope, (tx) =>
    tx
      .select({ sellerId: memberships.sellerId, userId: memberships.userId })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          isNull(memberships.revokedAt),
          isNull(users.disabledAt),
          or(isNull(memberships.digestedUntil), lt(memberships.digestedUntil, rested)),
          sql`exists (select from ${sellerNotices} where ${sellerNotices.sellerId} = ${memberships.sellerId} and ${sellerNotices.createdAt} > ${since})`,
        ),
      )
      .orderBy(asc(memberships.sellerId), asc(memberships.userId)),
  );
}

/**
 * One member's digest, if one is due: the news since the last, up to the last slot of their own day. News about a
 * clock that was met meanwhile is none. Nothing to tell, nothing is sent.
 */
export async function sendDigest(scope: SellerJob, userId: string, now: Instant): Promise<"sent" | "nothing"> {
  return withScope(scope, async (tx) => {
    const member = await lockMember(tx, scope.sellerId, userId);
    if (!member) return "nothing";
    const slot = lastDigestSlot(now, parseZone(member.zone) ?? zoneId("Europe/Paris"));
    const until = settledBefore(slot);
    const since = member.digestedUntil ?? member.joinedAt;
    if (until <= since) return "nothing";
    const kinds = NOTICE_KINDS.filter((kind) => modeOf(kind, member) === "digest");
    const news = kinds.length > 0 ? await readNews(tx, scope.sellerId, { since, until, kinds }) : [];
    await tx.update(memberships).set({ digestedUntil: until }).where(ofMember(scope.sellerId, userId));
    if (news.length === 0) return "nothing";
    const sorted = [...news].sort((one, other) => NOTICE_KINDS.indexOf(one.kind) - NOTICE_KINDS.indexOf(other.kind));
    await queueMail(
      tx,
      {
        ...digestOf(sorted, member.seller),
        sellerId: scope.sellerId,
        dedupeKey: `digest:${scope.sellerId}:${userId}:${slot}`,
        recipient: member.email,
        locale: member.locale,
      },
      now,
    );
    return "sent";
  });
}

type News = Awaited<ReturnType<typeof readNews>>;

function digestOf(news: News, seller: string): MailContent {
  const notices = news.slice(0, LONGEST).map(({ kind, template, values, claimId }) => ({
    kind,
    template,
    values,
    claimId,
  }));
  return {
    template: "digest",
    values: { seller, count: news.length, more: news.length - notices.length, notices: { notices } },
  };
}

async function readNews(
  tx: Transaction,
  sellerId: string,
  { since, until, kinds }: { since: Instant; until: Instant; kinds: (typeof NOTICE_KINDS)[number][] },
) {
  return tx
    .select({
      kind: sellerNotices.kind,
      template: sellerNotices.template,
      values: sellerNotices.content,
      claimId: sellerNotices.claimId,
    })
    .from(sellerNotices)
    .leftJoin(clocks, and(eq(clocks.sellerId, sellerNotices.sellerId), eq(clocks.id, sellerNotices.clockId)))
    .where(
      and(
        eq(sellerNotices.sellerId, sellerId),
        inArray(sellerNotices.kind, kinds),
        gt(sellerNotices.createdAt, since),
        lte(sellerNotices.createdAt, until),
        isNull(clocks.stoppedAt),
        isNull(clocks.cancelledAt),
      ),
    )
    .orderBy(asc(sellerNotices.createdAt), asc(sellerNotices.id))
    .limit(1000);
}

async function lockMember(tx: Transaction, sellerId: string, userId: string) {
  const [member] = await tx
    .select({
      email: users.email,
      locale: users.locale,
      zone: users.zone,
      role: memberships.role,
      choices: memberships.noticeChoices,
      joinedAt: memberships.createdAt,
      digestedUntil: memberships.digestedUntil,
      seller: sellers.name,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(sellers, eq(sellers.id, memberships.sellerId))
    .where(and(ofMember(sellerId, userId), isNull(memberships.revokedAt), isNull(users.disabledAt)))
    .for("update", { of: memberships });
  return member;
}

function ofMember(sellerId: string, userId: string) {
  return and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId));
}
