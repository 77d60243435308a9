import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { invitations, memberships, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** Who works for a seller, in the order they joined. */
export async function listMembers(scope: SellerScope | AdminScope, sellerId: string) {
  return withScope(scope, (tx) =>
    tx
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        createdAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.sellerId, sellerId), isNull(memberships.revokedAt)))
      .orderBy(asc(memberships.createdAt), asc(users.id))
      .limit(500),
  );
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** Invitations that wait for an answer, the latest first. */
export async function listPendingInvitations(scope: SellerScope | AdminScope, sellerId: string, now: Instant) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.sellerId, sellerId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(200),
  );
}

export type PendingInvitation = Awaited<ReturnType<typeof listPendingInvitations>>[number];
