import { and, eq, gt, isNull } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { queueMail } from "@/db/commands/mails";
import { revokeOtherSessions } from "@/db/commands/sessions";
import { clearFailures } from "@/db/commands/sign-in";
import { passwordResets, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { NewAccountLink } from "@/lib/auth/account-link";
import { accountLockKey } from "@/lib/auth/lock-out";
import type { EntryScope } from "@/lib/auth/scope";
import { passwordResetExpiry } from "@/lib/auth/session";
import type { Instant } from "@/lib/calendar/instant";
import { accountMailKey } from "@/lib/notifications/placeholder";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** Mail a link that chooses a new password; nothing at all when there is no such account. */
export async function requestPasswordReset(
  scope: EntryScope,
  request: { readonly email: string; readonly link: NewAccountLink },
  now: Instant,
): Promise<void> {
  await withScope(scope, async (tx) => {
    const [user] = await tx
      .select({ id: users.id, email: users.email, name: users.name, locale: users.locale, zone: users.zone })
      .from(users)
      .where(and(eq(users.email, request.email), isNull(users.disabledAt)))
      .limit(1);
    if (!user) return;
    const expiresAt = passwordResetExpiry(now);
    await tx.insert(passwordResets).values({ ...request.link, userId: user.id, createdAt: now, expiresAt });
    const values = { name: user.name, expires: { instant: expiresAt, zone: user.zone } };
    const dedupeKey = accountMailKey("password_reset", request.link.id);
    const { email: recipient, locale } = user;
    await queueMail(tx, { template: "password_reset", values, dedupeKey, recipient, locale }, now);
  });
}

/** Choose a new password through a mailed link: once, within its hour. Every session ends, and so does a lock. */
export async function resetPassword(
  scope: EntryScope,
  { tokenHash, passwordHash }: { readonly tokenHash: string; readonly passwordHash: string },
  now: Instant,
): Promise<Outcome<{ readonly userId: string }, "link_not_open">> {
  return withScope(scope, async (tx) => {
    const [used] = await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(
        and(eq(passwordResets.tokenHash, tokenHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)),
      )
      .returning({ userId: passwordResets.userId });
    if (!used) return refused("link_not_open");
    const { userId } = used;
    await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
    await storePassword(tx, { userId, passwordHash, how: "password_reset" }, now);
    return accepted({ userId });
  });
}

/** Change one's own password, the current one proven just before. The other sessions end. */
export async function changePassword(
  scope: EntryScope,
  change: { readonly userId: string; readonly sessionId: string; readonly passwordHash: string },
  now: Instant,
): Promise<void> {
  const { sessionId: keptSessionId, ...facts } = change;
  await withScope(scope, (tx) => storePassword(tx, { ...facts, keptSessionId, how: "password_changed" }, now));
}

type StoredPassword = {
  readonly userId: string;
  readonly passwordHash: string;
  readonly keptSessionId?: string | undefined;
  readonly how: "password_reset" | "password_changed";
};

async function storePassword(tx: Transaction, change: StoredPassword, now: Instant): Promise<void> {
  const { userId, passwordHash, keptSessionId, how } = change;
  const [user] = await tx
    .update(users)
    .set({ passwordHash })
    .where(eq(users.id, userId))
    .returning({ email: users.email, name: users.name, locale: users.locale });
  if (!user) throw new Error(`A password was stored for an unknown user: ${userId}`);
  await revokeOtherSessions(tx, { userId, keptSessionId }, now);
  await clearFailures(tx, accountLockKey(user.email));
  const actor = { kind: "member", userId } as const;
  const event = await appendEvent(tx, {
    stream: { kind: "marketplace" },
    type: how,
    actor,
    at: now,
    payload: { userId },
  });
  await queueMail(
    tx,
    {
      template: "password_changed",
      values: { name: user.name },
      dedupeKey: `password_changed:${userId}:${event.seq}`,
      recipient: user.email,
      locale: user.locale,
    },
    now,
  );
}
