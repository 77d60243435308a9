import { and, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { apiKeys } from "@/db/schema/api";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { KeyAccess } from "@/lib/auth/key-access";
import type { OperatorRole } from "@/lib/auth/role";
import type { EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { SellerStatus } from "@/lib/sellers/seller";

/** Whose key it is. */
export type ApiCaller =
  | {
      readonly kind: "seller";
      readonly keyId: string;
      readonly access: KeyAccess;
      readonly sellerId: string;
      readonly slug: string;
      readonly status: SellerStatus;
    }
  | { readonly kind: "operator"; readonly keyId: string; readonly role: OperatorRole };

/** The owner of a key that still works, by the key's hash, and when it was last seen to be used. */
export async function findApiCaller(
  scope: EntryScope,
  keyHash: string,
  now: Instant,
): Promise<{ readonly caller: ApiCaller; readonly lastUsedAt: Instant | null } | undefined> {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        keyId: apiKeys.id,
        sellerId: apiKeys.sellerId,
        role: apiKeys.operatorRole,
        access: apiKeys.access,
        lastUsedAt: apiKeys.lastUsedAt,
        slug: sellers.slug,
        status: sellers.status,
      })
      .from(apiKeys)
      .leftJoin(sellers, eq(sellers.id, apiKeys.sellerId))
      .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt), stillWorks(now)))
      .limit(1),
  );
  const caller = row && callerOf(row);
  return caller && { caller, lastUsedAt: row.lastUsedAt };
}

/** A key that was replaced works until the time it was given is over. */
export function stillWorks(now: Instant): SQL | undefined {
  return or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now));
}

type KeyRow = {
  readonly keyId: string;
  readonly access: KeyAccess;
  readonly sellerId: string | null;
  readonly role: OperatorRole | null;
  readonly slug: string | null;
  readonly status: SellerStatus | null;
};

/** An operator's key that only reads has an auditor's rights. */
function callerOf({ keyId, access, sellerId, role, slug, status }: KeyRow): ApiCaller | undefined {
  if (sellerId !== null && slug !== null && status !== null) {
    return { kind: "seller", keyId, access, sellerId, slug, status };
  }
  return role === null ? undefined : { kind: "operator", keyId, role: access === "read" ? "auditor" : role };
}

export async function findSellerBySlug(scope: EntryScope, slug: string) {
  const [row] = await withScope(scope, (tx) =>
    tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.slug, slug)).limit(1),
  );
  return row;
}
