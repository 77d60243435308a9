import { and, eq, isNull, ne } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { memberships, sessions } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";
import { sessionExpiry } from "@/lib/auth/session";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

const LONGEST_USER_AGENT = 300;

/** Open a session for a person who has just proved who they are. */
export async function insertSession(
  tx: Transaction,
  session: { readonly userId: string; readonly userAgent: string },
  now: Instant,
): Promise<string> {
  const id = uuidv7();
  const userAgent = session.userAgent.slice(0, LONGEST_USER_AGENT);
  const instants = { createdAt: now, lastSeenAt: now, expiresAt: sessionExpiry(now) };
  await tx.insert(sessions).values({ id, userId: session.userId, userAgent, ...instants });
  return id;
}

/** Note that a session is in use, and let it live as long again. */
export async function touchSession(scope: EntryScope, sessionId: string, now: Instant): Promise<void> {
  await withScope(scope, (tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: sessionExpiry(now) })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt))),
  );
}

type OwnSession = { readonly userId: string; readonly sessionId: string };

/** End one's own session. Somebody else's is not found. */
export async function revokeSession(
  scope: EntryScope,
  { userId, sessionId }: OwnSession,
  now: Instant,
): Promise<Outcome<null, "session_not_found">> {
  return withScope(scope, async (tx) => {
    const revoked = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)));
    if (revoked.count === 0) return refused("session_not_found");
    await journalRevocation(tx, userId, { sessionId }, now);
    return accepted(null);
  });
}

/** End every session of a person but one, or all of them. */
export async function revokeOtherSessions(
  tx: Transaction,
  { userId, keptSessionId }: { readonly userId: string; readonly keptSessionId?: string | undefined },
  now: Instant,
): Promise<number> {
  const others = keptSessionId === undefined ? undefined : ne(sessions.id, keptSessionId);
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), others));
  if (revoked.count > 0) await journalRevocation(tx, userId, { count: revoked.count }, now);
  return revoked.count;
}

function journalRevocation(
  tx: Transaction,
  userId: string,
  what: { readonly sessionId: string } | { readonly count: number },
  now: Instant,
) {
  const stream = { kind: "marketplace" } as const;
  const actor = { kind: "member", userId } as const;
  return appendEvent(tx, { stream, type: "session_revoked", actor, at: now, payload: { userId, ...what } });
}

/** Work for another of one's sellers from this session on. */
export async function switchSeller(
  scope: EntryScope,
  { userId, sessionId, sellerId }: OwnSession & { readonly sellerId: string },
): Promise<Outcome<null, "seller_not_found">> {
  return withScope(scope, async (tx) => {
    const [membership] = await tx
      .select({ sellerId: memberships.sellerId })
      .from(memberships)
      .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId), isNull(memberships.revokedAt)))
      .limit(1);
    if (!membership) return refused("seller_not_found");
    await tx
      .update(sessions)
      .set({ sellerId })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)));
    return accepted(null);
  });
}
