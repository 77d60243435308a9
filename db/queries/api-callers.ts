import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/api";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { OperatorRole } from "@/lib/auth/role";
import type { EntryScope } from "@/lib/auth/scope";
import type { SellerStatus } from "@/lib/sellers/seller";

/** Whose key it is. */
export type ApiCaller =
  | {
      readonly kind: "seller";
      readonly keyId: string;
      readonly sellerId: string;
      readonly slug: string;
      readonly status: SellerStatus;
    }
  | { readonly kind: "operator"; readonly keyId: string; readonly role: OperatorRole };

/** The owner of a key that is not revoked, by the key's hash. */
export async function findApiCaller(scope: EntryScope, keyHash: string): Promise<ApiCaller | undefined> {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        keyId: apiKeys.id,
        sellerId: apiKeys.sellerId,
        role: apiKeys.operatorRole,
        slug: sellers.slug,
        status: sellers.status,
      })
      .from(apiKeys)
      .leftJoin(sellers, eq(sellers.id, apiKeys.sellerId))
      .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)))
      .limit(1),
  );
  if (!row) return undefined;
  const { keyId, sellerId, role, slug, status } = row;
  if (sellerId !== null && slug !== null && status !== null) return { kind: "seller", keyId, sellerId, slug, status };
  return role === null ? undefined : { kind: "operator", keyId, role };
}

export async function findSellerBySlug(scope: EntryScope, slug: string) {
  const [row] = await withScope(scope, (tx) =>
    tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.slug, slug)).limit(1),
  );
  return row;
}
