import { and, eq, ne } from "drizzle-orm";
import { getPolicyAt } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import type { Transaction } from "@/db/scope";
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
    .set({ expiresAt: open.length > 0 ? null : await lifeFrom(tx, now) })
    .where(and(eq(customerLinks.sellerId, sellerId), eq(customerLinks.orderId, orderId)));
}

/** So many times 24 hours as the policy of the day gives. */
async function lifeFrom(tx: Transaction, now: Instant): Promise<Instant> {
  const { content } = await getPolicyAt(tx, now);
  return fromEpochMs(toEpochMs(now) + content.linkDaysAfterClosure * 86_400_000);
}
