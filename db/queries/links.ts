import { and, asc, eq } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { withScope } from "@/db/scope";
import type { AdminScope, EntryScope, SellerScope } from "@/lib/auth/scope";

const OPENING = {
  id: customerLinks.id,
  sellerId: customerLinks.sellerId,
  orderId: customerLinks.orderId,
  audience: customerLinks.audience,
  generation: customerLinks.generation,
  expiresAt: customerLinks.expiresAt,
  revokedAt: customerLinks.revokedAt,
};

/** What a token's link id opens, before its tag, expiry and revocation are checked. */
export async function findCustomerLink(scope: EntryScope, linkId: string) {
  const [link] = await withScope(scope, (tx) =>
    tx.select(OPENING).from(customerLinks).where(eq(customerLinks.id, linkId)).limit(1),
  );
  return link;
}

/** The link a letter's code was printed for, before its expiry and revocation are checked. */
export async function findLinkOfLetter(scope: EntryScope, codeHash: string) {
  const [link] = await withScope(scope, (tx) =>
    tx.select(OPENING).from(customerLinks).where(eq(customerLinks.codeHash, codeHash)).limit(1),
  );
  return link;
}

/** The links of a claim's order as staff sees them: what they are, never what opens them. */
export async function listLinksOfClaim(scope: SellerScope | AdminScope, claimId: string) {
  return withScope(scope, (tx) =>
    tx
      .select({
        audience: customerLinks.audience,
        generation: customerLinks.generation,
        email: customerLinks.email,
        createdAt: customerLinks.createdAt,
        expiresAt: customerLinks.expiresAt,
        revokedAt: customerLinks.revokedAt,
      })
      .from(customerLinks)
      .innerJoin(claims, and(eq(claims.sellerId, customerLinks.sellerId), eq(claims.orderId, customerLinks.orderId)))
      .where(eq(claims.id, claimId))
      .orderBy(asc(customerLinks.createdAt), asc(customerLinks.id)),
  );
}

export type LinkOfClaim = Awaited<ReturnType<typeof listLinksOfClaim>>[number];
