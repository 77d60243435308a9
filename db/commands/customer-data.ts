import { and, inArray, isNull } from "drizzle-orm";
import { eraseOrder } from "@/db/commands/erase-order";
import { appendEvent } from "@/db/commands/journal";
import { readCustomerData, readCustomerOrders } from "@/db/queries/customer-data";
import { proofContests } from "@/db/schema/proof-contests";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type ErasureRefusal = "not_allowed" | "customer_not_found" | "open_claims" | "in_dispute";

/** All that is kept of the orders of an order's customer, to be handed to its person; that it was taken is journaled. */
export async function exportCustomer(scope: AdminScope, orderId: string, now: Instant) {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const found = await readCustomerOrders(tx, orderId);
    if (found.length === 0) return refused("customer_not_found");
    const data = await readCustomerData(tx, found);
    const payload = { orders: found.map(({ order }) => order.id) };
    const stream = { kind: "marketplace" } as const;
    await appendEvent(tx, { stream, actor: scope.actor, at: now, type: "customer_exported", payload });
    return accepted({ exportedAt: now, orders: data });
  });
}

/**
 * Erase what identifies an order's customer from every order of theirs, because they asked. Refused while a
 * claim of theirs is open or a delivery of theirs is contested without a ruling; invoices stay for their legal time.
 *
 * @see Règlement (UE) 2016/679, art. 17, par. 3, b) and e)
 * @returns the stored files that nothing names any more
 */
export async function eraseCustomer(
  scope: AdminScope,
  { orderId, ground }: { readonly orderId: string; readonly ground: string },
  now: Instant,
): Promise<Outcome<{ readonly orders: number; readonly files: readonly string[] }, ErasureRefusal>> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const found = await readCustomerOrders(tx, orderId);
    if (found.length === 0) return refused("customer_not_found");
    const ofClaims = found.flatMap((one) => one.claims);
    if (ofClaims.some(({ state }) => state !== "closed")) return refused("open_claims");
    if (await isContested(tx, ofClaims)) return refused("in_dispute");
    const files: string[] = [];
    for (const { order } of found) {
      const erasure = { sellerId: order.sellerId, orderId: order.id, actor: scope.actor, now, ground };
      files.push(...(await eraseOrder(tx, erasure)));
    }
    return accepted({ orders: found.length, files });
  });
}

async function isContested(tx: Transaction, of: readonly { readonly id: string }[]): Promise<boolean> {
  if (of.length === 0) return false;
  const ids = of.map(({ id }) => id);
  const rows = await tx
    .select({ id: proofContests.id })
    .from(proofContests)
    .where(and(inArray(proofContests.claimId, ids), isNull(proofContests.ruling)))
    .limit(1);
  return rows.length > 0;
}
