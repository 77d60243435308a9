import { eq } from "drizzle-orm";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { SellerVat } from "@/lib/orders/warnings";

/** What the VAT of this seller's orders is judged against. */
export async function findSellerVat(scope: OneSellerScope): Promise<SellerVat> {
  return withScope(scope, (tx) => readSellerVat(tx, scope.sellerId));
}

export async function readSellerVat(tx: Transaction, sellerId: string): Promise<SellerVat> {
  const [seller] = await tx
    .select({ identity: sellers.legalIdentity })
    .from(sellers)
    .where(eq(sellers.id, sellerId))
    .limit(1);
  return { vatRegime: seller?.identity?.vatRegime, address: seller?.identity?.address };
}
