import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { sellers } from "@/db/schema/sellers";
import { memberships, sessions, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { MemberRole } from "@/lib/auth/role";
import type { EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { SellerStatus } from "@/lib/sellers/seller";

const viewed = alias(sellers, "viewed");

/** A seller the person works for, in the order they joined. */
export type Membership = {
  readonly sellerId: string;
  readonly slug: string;
  readonly name: string;
  readonly status: SellerStatus;
  readonly role: MemberRole;
};

/** Nobody works for more sellers than this; a longer list would be a mistake. */
const MOST_MEMBERSHIPS = 200;

/**
 * The person behind a session, with every seller they work for, as of this moment: a revoked session, an expired
 * one or a disabled account is nobody's. Asked on each request, so that a right taken away is gone at once.
 */
export async function findLiveSession(scope: EntryScope, sessionId: string, now: Instant) {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        sessionId: sessions.id,
        lastSeenAt: sessions.lastSeenAt,
        chosenSellerId: sessions.sellerId,
        userId: users.id,
        email: users.email,
        name: users.name,
        locale: users.locale,
        zone: users.zone,
        operatorRole: users.operatorRole,
        sellerId: sellers.id,
        slug: sellers.slug,
        sellerName: sellers.name,
        status: sellers.status,
        role: memberships.role,
        viewedId: viewed.id,
        viewedSlug: viewed.slug,
        viewedName: viewed.name,
        viewedStatus: viewed.status,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.revokedAt)))
      .leftJoin(sellers, eq(sellers.id, memberships.sellerId))
      .leftJoin(viewed, and(eq(viewed.id, sessions.viewedSellerId), eq(users.operatorRole, "admin")))
      .where(
        and(
          eq(sessions.id, sessionId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          isNull(users.disabledAt),
        ),
      )
      .orderBy(asc(memberships.createdAt), asc(memberships.sellerId))
      .limit(MOST_MEMBERSHIPS),
  );
  const [first] = rows;
  if (!first) return undefined;
  const { sessionId: id, lastSeenAt, chosenSellerId, userId, email, name, locale, zone, operatorRole } = first;
  const person = { userId, email, name, locale, zone, operatorRole };
  return {
    id,
    lastSeenAt,
    chosenSellerId,
    ...person,
    memberships: rows.flatMap(membershipOf),
    viewed: viewedOf(first),
  };
}

export type LiveSession = NonNullable<Awaited<ReturnType<typeof findLiveSession>>>;

/** The seller an admin looks at the product as, with the rights of one who only reads. */
function viewedOf(row: {
  readonly viewedId: string | null;
  readonly viewedSlug: string | null;
  readonly viewedName: string | null;
  readonly viewedStatus: SellerStatus | null;
}): Membership | undefined {
  const { viewedId: sellerId, viewedSlug: slug, viewedName: sellerName, viewedStatus: status } = row;
  return membershipOf({ sellerId, slug, sellerName, status, role: "viewer" })[0];
}

function membershipOf(row: {
  readonly sellerId: string | null;
  readonly slug: string | null;
  readonly sellerName: string | null;
  readonly status: SellerStatus | null;
  readonly role: MemberRole | null;
}): readonly Membership[] {
  const { sellerId, slug, sellerName: name, status, role } = row;
  if (sellerId === null || slug === null || name === null || status === null || role === null) return [];
  return [{ sellerId, slug, name, status, role }];
}

/** The sessions of one person that are still open, the last used first. */
export async function listSessions(scope: EntryScope, userId: string, now: Instant) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
      .limit(100),
  );
}

export type OpenSession = Awaited<ReturnType<typeof listSessions>>[number];
