import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, sellerKey } from "./columns";
import { discountFunder } from "./enums";
import { orderLines, orders } from "./orders";
import { customerRows, ofScopedOrder, sellerRows } from "./policies";

export const orderPayments = pgTable(
  "order_payments",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    method: text("method").notNull(),
    amountCents: integer("amount_cents").notNull(),
    reference: text("reference"),
    paidAt: instant("paid_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    index("payments_of_order").on(table.sellerId, table.orderId),
    check("payment_positive", sql`amount_cents > 0`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

/** What was really paid back: the evidence that a refund clock was met. */
export const orderRefunds = pgTable(
  "order_refunds",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    orderLineId: uuid("order_line_id"),
    amountCents: integer("amount_cents").notNull(),
    shippingCents: integer("shipping_cents").notNull().default(0),
    method: text("method").notNull(),
    reference: text("reference").notNull(),
    paidAt: instant("paid_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    foreignKey({ columns: [table.sellerId, table.orderLineId], foreignColumns: [orderLines.sellerId, orderLines.id] }),
    index("refunds_of_order").on(table.sellerId, table.orderId),
    check("refund_positive", sql`amount_cents >= 0 and shipping_cents >= 0 and amount_cents + shipping_cents > 0`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

export const orderDiscounts = pgTable(
  "order_discounts",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    amountCents: integer("amount_cents").notNull(),
    fundedBy: discountFunder("funded_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    index("discounts_of_order").on(table.sellerId, table.orderId),
    check("discount_positive", sql`amount_cents > 0`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);
