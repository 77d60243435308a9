import { and, eq, ne } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import type { Transaction } from "@/db/scope";
import { LINK_LIFE_DAYS } from "@/lib/auth/link-token";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

type LinkedOrder = { readonly sellerId: string; readonly orderId: string; readonly now: Instant };

/** The links of an order end some time after its last claim has closed; while one is open they do not end. */
export async function settleLinkLife(tx: Transaction, { sellerId, orderId, now }: LinkedOrder): Promise<void> {
  const open = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId), ne(claims.state, "closed")))
    .limit(1);
  await tx
    .update(customerLinks)
    .set({ expiresAt: open.length > 0 ? null : lifeFrom(now) })
    .where(and(eq(customerLinks.sellerId, sellerId), eq(customerLinks.orderId, orderId)));
}

export function lifeFrom(now: Instant): Instant {
  return fromEpochMs(toEpochMs(now) + LINK_LIFE_DAYS * 86_400_000);
}
