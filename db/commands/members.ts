import { and, count, eq, gt, isNull, ne } from "drizzle-orm";
import { changeFeed } from "@/db/commands/calendar-feeds";
import { appendEvent } from "@/db/commands/journal";
import { insertSession } from "@/db/commands/sessions";
import { insertUser } from "@/db/commands/users";
import { sellers } from "@/db/schema/sellers";
import { invitations, memberships, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import type { MemberRole } from "@/lib/auth/role";
import type { JobScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** Who accepts: somebody signed in with the invited address, or a new person, who gets an account and a session. */
export type Accepting =
  | { readonly kind: "existing"; readonly userId: string }
  | { readonly kind: "new"; readonly name: string; readonly passwordHash: string; readonly userAgent: string };

type Joined = { readonly userId: string; readonly sellerId: string; readonly sessionId?: string };

/**
 * Join a seller by an invitation, once. The token was proven by its hash; the invited address must be the
 * address of the person who accepts.
 */
export async function acceptInvitation(
  scope: JobScope,
  { tokenHash, accepting }: { readonly tokenHash: string; readonly accepting: Accepting },
  now: Instant,
): Promise<Outcome<Joined, "link_not_open" | "other_address" | "email_taken">> {
  return withScope(scope, async (tx) => {
    const [invitation] = await tx
      .select({ id: invitations.id, sellerId: invitations.sellerId, email: invitations.email, role: invitations.role })
      .from(invitations)
      .where(
        and(
          eq(invitations.tokenHash, tokenHash),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .for("update")
      .limit(1);
    if (!invitation) return refused("link_not_open");
    const person = await personAccepting(tx, invitation.email, accepting, now);
    if (!person.ok) return person;
    const { userId } = person.value;
    await join(tx, { ...invitation, userId }, now);
    const joined = { userId, sellerId: invitation.sellerId };
    if (accepting.kind === "existing") return accepted(joined);
    const sessionId = await insertSession(tx, { userId, userAgent: accepting.userAgent }, now);
    return accepted({ ...joined, sessionId });
  });
}

async function personAccepting(tx: Transaction, email: string, accepting: Accepting, now: Instant) {
  if (accepting.kind === "new") {
    const { name, passwordHash } = accepting;
    return insertUser(tx, { email, name, passwordHash }, "themselves", now);
  }
  const { userId } = accepting;
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.disabledAt)))
    .limit(1);
  return found.length > 0 ? accepted({ userId }) : refused("other_address");
}

type Joining = { readonly id: string; readonly sellerId: string; readonly userId: string; readonly role: MemberRole };

async function join(tx: Transaction, { id, sellerId, userId, role }: Joining, now: Instant): Promise<void> {
  await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.sellerId, sellerId), eq(invitations.id, id)));
  await tx
    .insert(memberships)
    .values({ sellerId, userId, role, createdAt: now })
    .onConflictDoUpdate({
      target: [memberships.sellerId, memberships.userId],
      set: { role, createdAt: now, revokedAt: null },
    });
  await tx
    .update(sellers)
    .set({ status: "active", updatedAt: now })
    .where(and(eq(sellers.id, sellerId), eq(sellers.status, "invited")));
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    type: "member_joined",
    actor: { kind: "member", userId },
    at: now,
    payload: { invitationId: id, userId, role },
  });
}

type MemberRefusal = "not_allowed" | "member_not_found" | "last_owner";

/** Give a member another role. The last owner stays one. */
export async function changeMemberRole(
  scope: SellerScope,
  change: { readonly userId: string; readonly role: MemberRole },
  now: Instant,
): Promise<Outcome<null, MemberRefusal>> {
  return changeMember(scope, change.userId, { role: change.role }, now);
}

/** Take a member's access away, at once: rights are read on each request. Their calendar ends with it, even if they come back. */
export async function revokeMember(
  scope: SellerScope,
  userId: string,
  now: Instant,
): Promise<Outcome<null, MemberRefusal>> {
  return changeMember(scope, userId, { revokedAt: now }, now);
}

async function changeMember(
  scope: SellerScope,
  userId: string,
  change: { readonly role: MemberRole } | { readonly revokedAt: Instant },
  now: Instant,
): Promise<Outcome<null, MemberRefusal>> {
  if (!mayAdministerSeller(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  const isTheirs = and(
    eq(memberships.sellerId, sellerId),
    eq(memberships.userId, userId),
    isNull(memberships.revokedAt),
  );
  return withScope(scope, async (tx) => {
    const staysOwner = "role" in change && change.role === "owner";
    if (!staysOwner && !(await hasOtherOwner(tx, sellerId, userId))) return refused("last_owner");
    const changed = await tx.update(memberships).set(change).where(isTheirs);
    if (changed.count === 0) return refused("member_not_found");
    const payload = "role" in change ? { userId, role: change.role } : { userId, change: "revoked" };
    const stream = { kind: "seller", id: sellerId, sellerId } as const;
    await appendEvent(tx, { stream, type: "member_changed", actor: scope.actor, at: now, payload });
    if ("revokedAt" in change) {
      await changeFeed(tx, { sellerId, userId, actor: scope.actor, now }, "calendar_feed_revoked");
    }
    return accepted(null);
  });
}

/** The seller's row is locked first, so that two owners cannot each remove the other. */
async function hasOtherOwner(tx: Transaction, sellerId: string, userId: string): Promise<boolean> {
  await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId)).for("update");
  const [owners] = await tx
    .select({ others: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.sellerId, sellerId),
        eq(memberships.role, "owner"),
        isNull(memberships.revokedAt),
        ne(memberships.userId, userId),
      ),
    );
  return (owners?.others ?? 0) > 0;
}
