import { desc, eq } from "drizzle-orm";
import { sellerViewings } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";

/** When the operator looked at the product as this seller, and why; the last looks first. */
export async function listViewings(scope: SellerScope | AdminScope, sellerId: string) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: sellerViewings.id,
        reason: sellerViewings.reason,
        startedAt: sellerViewings.startedAt,
        endedAt: sellerViewings.endedAt,
      })
      .from(sellerViewings)
      .where(eq(sellerViewings.sellerId, sellerId))
      .orderBy(desc(sellerViewings.startedAt), desc(sellerViewings.id))
      .limit(50),
  );
}

export type Viewing = Awaited<ReturnType<typeof listViewings>>[number];
