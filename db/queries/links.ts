import { eq } from "drizzle-orm";
import { customerLinks } from "@/db/schema/links";
import { withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";

/** What a token's link id opens, before its tag, expiry and revocation are checked. */
export async function findCustomerLink(scope: EntryScope, linkId: string) {
  const [link] = await withScope(scope, (tx) =>
    tx
      .select({
        id: customerLinks.id,
        sellerId: customerLinks.sellerId,
        orderId: customerLinks.orderId,
        audience: customerLinks.audience,
        generation: customerLinks.generation,
        expiresAt: customerLinks.expiresAt,
        revokedAt: customerLinks.revokedAt,
      })
      .from(customerLinks)
      .where(eq(customerLinks.id, linkId))
      .limit(1),
  );
  return link;
}
