import { and, eq, gt, isNull } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { queueMail } from "@/db/commands/mails";
import { sellers } from "@/db/schema/sellers";
import { invitations, memberships, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { NewAccountLink } from "@/lib/auth/account-link";
import { mayAdministerMarketplace, mayAdministerSeller } from "@/lib/auth/permissions";
import type { MemberRole } from "@/lib/auth/role";
import type { Actor, AdminScope, SellerScope } from "@/lib/auth/scope";
import { invitationExpiry } from "@/lib/auth/session";
import type { Instant } from "@/lib/calendar/instant";
import { accountMailKey } from "@/lib/notifications/placeholder";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type NewInvitation = {
  /** Normalised. */
  readonly email: string;
  readonly role: MemberRole;
  readonly link: NewAccountLink;
  readonly inviter: { readonly userId: string; readonly name: string; readonly locale: string; readonly zone: string };
};

type InvitationRefusal = "not_allowed" | "already_member" | "seller_not_found";

/** Invite somebody to one's seller. A second invitation of the same address replaces the first. */
export async function inviteMember(
  scope: SellerScope,
  invitation: NewInvitation,
  now: Instant,
): Promise<Outcome<null, InvitationRefusal>> {
  if (!mayAdministerSeller(scope)) return refused("not_allowed");
  return withScope(scope, (tx) =>
    insertInvitation(tx, { ...invitation, sellerId: scope.sellerId, actor: scope.actor }, now),
  );
}

/** The operator invites an owner, for a new seller or one that has lost its own. */
export async function inviteOwner(
  scope: AdminScope,
  sellerId: string,
  invitation: Omit<NewInvitation, "role">,
  now: Instant,
): Promise<Outcome<null, InvitationRefusal>> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, (tx) =>
    insertInvitation(tx, { ...invitation, role: "owner", sellerId, actor: scope.actor }, now),
  );
}

type StoredInvitation = NewInvitation & { readonly sellerId: string; readonly actor: Actor };

export async function insertInvitation(
  tx: Transaction,
  invitation: StoredInvitation,
  now: Instant,
): Promise<Outcome<null, InvitationRefusal>> {
  const { sellerId, email, role, link, inviter, actor } = invitation;
  const [seller] = await tx.select({ name: sellers.name }).from(sellers).where(eq(sellers.id, sellerId)).limit(1);
  if (!seller) return refused("seller_not_found");
  if (await isMember(tx, sellerId, email)) return refused("already_member", { email: ["already_member"] });
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.sellerId, sellerId), eq(invitations.email, email), isPending(now)));
  const expiresAt = invitationExpiry(now);
  await tx
    .insert(invitations)
    .values({ ...link, sellerId, email, role, invitedBy: inviter.userId, createdAt: now, expiresAt });
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    type: "member_invited",
    actor,
    at: now,
    payload: { invitationId: link.id, email, role },
  });
  const values = { seller: seller.name, inviter: inviter.name, expires: { instant: expiresAt, zone: inviter.zone } };
  const dedupeKey = accountMailKey("member_invited", link.id);
  await queueMail(
    tx,
    { template: "member_invited", values, sellerId, dedupeKey, recipient: email, locale: inviter.locale },
    now,
  );
  return accepted(null);
}

async function isMember(tx: Transaction, sellerId: string, email: string): Promise<boolean> {
  const rows = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.sellerId, sellerId), eq(users.email, email), isNull(memberships.revokedAt)))
    .limit(1);
  return rows.length > 0;
}

function isPending(now: Instant) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));
}

/** Take an invitation back before it is accepted. */
export async function revokeInvitation(
  scope: SellerScope,
  invitationId: string,
  now: Instant,
): Promise<Outcome<null, "not_allowed" | "invitation_not_found">> {
  if (!mayAdministerSeller(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: now })
      .where(and(eq(invitations.sellerId, sellerId), eq(invitations.id, invitationId), isPending(now)));
    if (revoked.count === 0) return refused("invitation_not_found");
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "member_changed",
      actor: scope.actor,
      at: now,
      payload: { invitationId, change: "invitation_revoked" },
    });
    return accepted(null);
  });
}
