import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";

/** What tells an order of the scope's number apart from those of other sellers. */
export async function findOrderOfNumber(scope: EntryScope, orderId: string) {
  const [order] = await withScope(scope, (tx) =>
    tx
      .select({ sellerId: orders.sellerId, sellerName: sellers.name, number: orders.number, placedAt: orders.placedAt })
      .from(orders)
      .innerJoin(sellers, eq(sellers.id, orders.sellerId))
      .where(eq(orders.id, orderId))
      .limit(1),
  );
  return order;
}
