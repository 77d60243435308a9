import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { sellers } from "@/db/schema/sellers";
import { sellerViewings, sessions } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Looker = { readonly userId: string; readonly sessionId: string };

/**
 * Look at the product as one seller sees it, from this session on. It is written to the seller's journal with its
 * reason, and the seller reads it; nothing can be changed meanwhile.
 */
export async function startViewing(
  scope: AdminScope,
  { userId, sessionId, sellerId, reason }: Looker & { readonly sellerId: string; readonly reason: string },
  now: Instant,
): Promise<Outcome<null, "not_allowed" | "seller_not_found">> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const [seller] = await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId)).limit(1);
    if (!seller) return refused("seller_not_found");
    await endOpen(tx, scope, { userId, sessionId }, now);
    const id = uuidv7();
    await tx.insert(sellerViewings).values({ sellerId, id, userId, sessionId, reason, startedAt: now });
    await tx.update(sessions).set({ viewedSellerId: sellerId }).where(ofLooker({ userId, sessionId }));
    await tell(tx, scope, { sellerId, type: "viewing_started", payload: { viewingId: id, reason }, now });
    return accepted(null);
  });
}

/** Stop looking; nothing happens when one does not. */
export async function endViewing(scope: AdminScope, looker: Looker, now: Instant): Promise<void> {
  if (!mayAdministerMarketplace(scope)) return;
  await withScope(scope, async (tx) => {
    await endOpen(tx, scope, looker, now);
    await tx.update(sessions).set({ viewedSellerId: null }).where(ofLooker(looker));
  });
}

async function endOpen(tx: Transaction, scope: AdminScope, looker: Looker, now: Instant): Promise<void> {
  const ended = await tx
    .update(sellerViewings)
    .set({ endedAt: now })
    .where(
      and(
        eq(sellerViewings.userId, looker.userId),
        eq(sellerViewings.sessionId, looker.sessionId),
        isNull(sellerViewings.endedAt),
      ),
    )
    .returning({ id: sellerViewings.id, sellerId: sellerViewings.sellerId });
  for (const { id, sellerId } of ended) {
    await tell(tx, scope, { sellerId, type: "viewing_ended", payload: { viewingId: id }, now });
  }
}

function ofLooker({ userId, sessionId }: Looker) {
  return and(eq(sessions.id, sessionId), eq(sessions.userId, userId));
}

type Told = {
  readonly sellerId: string;
  readonly type: "viewing_started" | "viewing_ended";
  readonly payload: Readonly<Record<string, string>>;
  readonly now: Instant;
};

async function tell(tx: Transaction, scope: AdminScope, { sellerId, type, payload, now }: Told): Promise<void> {
  const stream = { kind: "seller", id: sellerId, sellerId } as const;
  await appendEvent(tx, { stream, actor: scope.actor, at: now, type, payload });
}
