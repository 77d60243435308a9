import { and, desc, eq, isNull } from "drizzle-orm";
import { stillWorks } from "@/db/queries/api-callers";
import { apiKeys } from "@/db/schema/api";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** The keys that work, by their label and last four characters; of the seller, or of the operator. */
export async function listApiKeys(scope: SellerScope | AdminScope, now: Instant) {
  const own = scope.kind === "seller" ? eq(apiKeys.sellerId, scope.sellerId) : isNull(apiKeys.sellerId);
  return withScope(scope, (tx) =>
    tx
      .select({
        id: apiKeys.id,
        label: apiKeys.label,
        access: apiKeys.access,
        lastFour: apiKeys.lastFour,
        createdAt: apiKeys.createdAt,
        lastUsedAt: apiKeys.lastUsedAt,
        expiresAt: apiKeys.expiresAt,
      })
      .from(apiKeys)
      .where(and(own, isNull(apiKeys.revokedAt), stillWorks(now)))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(200),
  );
}

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number];
