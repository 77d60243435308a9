import { and, desc, eq } from "drizzle-orm";
import { requalifications } from "@/db/schema/requalifications";
import { type Transaction, withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";

/** The changes of a claim's situation, those asked of the customer included, newest first. */
export async function readRequalifications(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select()
    .from(requalifications)
    .where(and(eq(requalifications.sellerId, sellerId), eq(requalifications.claimId, claimId)))
    .orderBy(desc(requalifications.askedAt), desc(requalifications.id))
    .limit(50);
}

export async function listRequalifications(scope: SellerScope, claimId: string) {
  return withScope(scope, (tx) => readRequalifications(tx, scope.sellerId, claimId));
}
