import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { apiKeys } from "@/db/schema/api";
import { type Transaction, withScope } from "@/db/scope";
import { newApiKey } from "@/lib/auth/api-key";
import type { KeyAccess, ROTATION_HOURS } from "@/lib/auth/key-access";
import { mayAdministerMarketplace, mayAdministerSeller } from "@/lib/auth/permissions";
import type { AdminScope, EntryScope, SellerScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type KeeperScope = SellerScope | AdminScope;

type NewKey = { readonly label: string; readonly access: KeyAccess };

/** Make a key of one's seller, or of the operator. The value is returned here and nowhere else, ever. */
export async function createApiKey(
  scope: KeeperScope,
  key: NewKey,
  now: Instant,
): Promise<Outcome<{ readonly key: string }, "not_allowed">> {
  if (!mayKeepKeys(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const { value, ...made } = await insertKey(tx, scope, key, now);
    await journalKey(tx, scope, "api_key_created", made, now);
    return accepted({ key: value });
  });
}

/**
 * Replace a key by a new one of the same name and rights. The old one goes on working for the hours given, so that a
 * program can be changed without an outage; then it is as if revoked.
 */
export async function rotateApiKey(
  scope: KeeperScope,
  { keyId, hours }: { readonly keyId: string; readonly hours: (typeof ROTATION_HOURS)[number] },
  now: Instant,
): Promise<Outcome<{ readonly key: string }, "not_allowed" | "key_not_found">> {
  if (!mayKeepKeys(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const expiresAt = fromEpochMs(toEpochMs(now) + hours * 3_600_000);
    const [old] = await tx
      .update(apiKeys)
      .set({ expiresAt })
      .where(and(ofKeeper(scope, keyId), isNull(apiKeys.revokedAt), isNull(apiKeys.expiresAt)))
      .returning({ label: apiKeys.label, access: apiKeys.access });
    if (!old) return refused("key_not_found");
    const { value, ...made } = await insertKey(tx, scope, old, now);
    await journalKey(tx, scope, "api_key_rotated", { ...made, replaces: keyId, expiresAt }, now);
    return accepted({ key: value });
  });
}

/** Note that a key was used; a program that calls all day writes this once in some minutes. */
export async function touchApiKey(scope: EntryScope, keyId: string, now: Instant): Promise<void> {
  await withScope(scope, (tx) => tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, keyId)));
}

async function insertKey(tx: Transaction, scope: KeeperScope, { label, access }: NewKey, now: Instant) {
  const { key, keyHash, lastFour } = newApiKey(scope.kind);
  const id = uuidv7();
  const createdBy = "userId" in scope.actor ? scope.actor.userId : null;
  const row = { id, ...ownerOf(scope), keyHash, lastFour, label, access, createdBy, createdAt: now };
  await tx.insert(apiKeys).values(row);
  return { value: key, keyId: id, label, access, lastFour };
}

/** End a key at once: it is looked up on each call. */
export async function revokeApiKey(
  scope: KeeperScope,
  keyId: string,
  now: Instant,
): Promise<Outcome<null, "not_allowed" | "key_not_found">> {
  if (!mayKeepKeys(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(ofKeeper(scope, keyId), isNull(apiKeys.revokedAt)));
    if (revoked.count === 0) return refused("key_not_found");
    await journalKey(tx, scope, "api_key_revoked", { keyId }, now);
    return accepted(null);
  });
}

function mayKeepKeys(scope: KeeperScope): boolean {
  return scope.kind === "seller" ? mayAdministerSeller(scope) : mayAdministerMarketplace(scope);
}

function ofKeeper(scope: KeeperScope, keyId: string) {
  const own = scope.kind === "seller" ? eq(apiKeys.sellerId, scope.sellerId) : isNull(apiKeys.sellerId);
  return and(eq(apiKeys.id, keyId), own);
}

function ownerOf(scope: KeeperScope) {
  return scope.kind === "seller" ? { sellerId: scope.sellerId } : { operatorRole: scope.role };
}

function journalKey(
  tx: Transaction,
  scope: KeeperScope,
  type: "api_key_created" | "api_key_revoked" | "api_key_rotated",
  payload: { readonly keyId: string } & Readonly<Record<string, string>>,
  now: Instant,
) {
  const stream =
    scope.kind === "seller"
      ? ({ kind: "seller", id: scope.sellerId, sellerId: scope.sellerId } as const)
      : ({ kind: "marketplace" } as const);
  return appendEvent(tx, { stream, type, actor: scope.actor, at: now, payload });
}
