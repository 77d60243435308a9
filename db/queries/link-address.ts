import { and, eq, sql } from "drizzle-orm";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";

/**
 * Where the customer's mails go, in a query on `orders` that joins `ofMailedLink` from the left: to the link's address,
 * which the operator alone corrects, before there is one to the order's.
 */
export const mailedAddress = sql<string | null>`coalesce(${customerLinks.email}, ${orders.customerEmail})`;

export const ofMailedLink = and(
  eq(customerLinks.sellerId, orders.sellerId),
  eq(customerLinks.orderId, orders.id),
  eq(customerLinks.audience, "mailed"),
);
