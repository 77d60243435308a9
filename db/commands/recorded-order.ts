import { and, eq } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type Refusal, refused } from "@/lib/outcome";

export type DeedRefusal = "not_allowed" | "order_not_found" | "invalid";

/** The order something happened to, locked, with the rows of its lines by the seller's identifiers. */
export async function lockOrder(tx: Transaction, sellerId: string, number: string) {
  const [order] = await tx
    .select({ orderId: orders.id, number: orders.number })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.number, number)))
    .for("no key update");
  if (!order) return undefined;
  const lines = await tx
    .select({ id: orderLines.id, lineId: orderLines.lineId })
    .from(orderLines)
    .where(and(eq(orderLines.sellerId, sellerId), eq(orderLines.orderId, order.orderId)));
  return { ...order, lines: new Map(lines.map((line) => [line.lineId, line.id])) };
}

/** Refuses what has not happened yet, naming the field. */
export function futureRefusal(
  facts: Readonly<Record<string, Instant | undefined>>,
  now: Instant,
): Refusal<"invalid"> | undefined {
  const late = Object.entries(facts).filter(([, at]) => at !== undefined && at > now);
  if (late.length === 0) return undefined;
  return refused("invalid", Object.fromEntries(late.map(([path]) => [path, ["in_the_future"]])));
}
