import { and, eq, gt, isNull } from "drizzle-orm";
import { sellers } from "@/db/schema/sellers";
import { invitations, passwordResets, users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** What proves a password. Never leaves the server. */
export async function findCredentials(scope: EntryScope, email: string) {
  const [user] = await withScope(scope, (tx) =>
    tx
      .select({ userId: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.disabledAt)))
      .limit(1),
  );
  return user;
}

export async function findPasswordHash(scope: EntryScope, userId: string) {
  const [user] = await withScope(scope, (tx) =>
    tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId)).limit(1),
  );
  return user?.passwordHash ?? null;
}

/** Whether a reset link still opens: unknown, used and expired are one answer. */
export async function isOpenPasswordReset(scope: EntryScope, tokenHash: string, now: Instant): Promise<boolean> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ id: passwordResets.id })
      .from(passwordResets)
      .where(
        and(eq(passwordResets.tokenHash, tokenHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)),
      )
      .limit(1),
  );
  return rows.length > 0;
}

/** An invitation that still opens, and whether its address has an account already. */
export async function findOpenInvitation(scope: EntryScope, tokenHash: string, now: Instant) {
  const [invitation] = await withScope(scope, (tx) =>
    tx
      .select({
        id: invitations.id,
        sellerId: invitations.sellerId,
        sellerName: sellers.name,
        email: invitations.email,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
        userId: users.id,
      })
      .from(invitations)
      .innerJoin(sellers, eq(sellers.id, invitations.sellerId))
      .leftJoin(users, eq(users.email, invitations.email))
      .where(
        and(
          eq(invitations.tokenHash, tokenHash),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .limit(1),
  );
  return invitation;
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findOpenInvitation>>>;
