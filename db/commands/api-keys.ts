import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { apiKeys } from "@/db/schema/api";
import { type Transaction, withScope } from "@/db/scope";
import { newApiKey } from "@/lib/auth/api-key";
import { mayAdministerMarketplace, mayAdministerSeller } from "@/lib/auth/permissions";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type KeeperScope = SellerScope | AdminScope;

/** Make a key of one's seller, or of the operator. The value is returned here and nowhere else, ever. */
export async function createApiKey(
  scope: KeeperScope,
  label: string,
  now: Instant,
): Promise<Outcome<{ readonly key: string }, "not_allowed">> {
  if (!mayKeepKeys(scope)) return refused("not_allowed");
  const { key, keyHash, lastFour } = newApiKey(scope.kind);
  const id = uuidv7();
  const createdBy = "userId" in scope.actor ? scope.actor.userId : null;
  return withScope(scope, async (tx) => {
    await tx.insert(apiKeys).values({ id, ...ownerOf(scope), keyHash, lastFour, label, createdBy, createdAt: now });
    await journalKey(tx, scope, "api_key_created", { keyId: id, label, lastFour }, now);
    return accepted({ key });
  });
}

/** End a key at once: it is looked up on each call. */
export async function revokeApiKey(
  scope: KeeperScope,
  keyId: string,
  now: Instant,
): Promise<Outcome<null, "not_allowed" | "key_not_found">> {
  if (!mayKeepKeys(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const own = scope.kind === "seller" ? eq(apiKeys.sellerId, scope.sellerId) : isNull(apiKeys.sellerId);
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.id, keyId), own, isNull(apiKeys.revokedAt)));
    if (revoked.count === 0) return refused("key_not_found");
    await journalKey(tx, scope, "api_key_revoked", { keyId }, now);
    return accepted(null);
  });
}

function mayKeepKeys(scope: KeeperScope): boolean {
  return scope.kind === "seller" ? mayAdministerSeller(scope) : mayAdministerMarketplace(scope);
}

function ownerOf(scope: KeeperScope) {
  return scope.kind === "seller" ? { sellerId: scope.sellerId } : { operatorRole: scope.role };
}

function journalKey(
  tx: Transaction,
  scope: KeeperScope,
  type: "api_key_created" | "api_key_revoked",
  payload: { readonly keyId: string; readonly label?: string; readonly lastFour?: string },
  now: Instant,
) {
  const stream =
    scope.kind === "seller"
      ? ({ kind: "seller", id: scope.sellerId, sellerId: scope.sellerId } as const)
      : ({ kind: "marketplace" } as const);
  return appendEvent(tx, { stream, type, actor: scope.actor, at: now, payload });
}
