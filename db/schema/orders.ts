import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { PostalAddress } from "@/lib/orders/order";
import type { ParcelEvent } from "@/lib/orders/parcel";
import { citext, civilDay, instant, sellerKey } from "./columns";
import { customerKind, itemCondition, lineKind, parcelMode, shipper, vatScheme, withdrawalInformed } from "./enums";
import { channels } from "./marketplace";
import {
  customerRows,
  entryReads,
  isScopedOrder,
  ofLookedUpOrderNumber,
  ofScopedOrder,
  orderNumberKey,
  sellerRows,
} from "./policies";
import { sellers } from "./sellers";

export const orders = pgTable(
  "orders",
  {
    ...sellerKey,
    number: text("number").notNull(),
    /** The number as it is looked for: people type it with other spaces, signs and letters. */
    numberKey: text("number_key").notNull().generatedAlwaysAs(orderNumberKey(sql`number`)),
    channelId: text("channel_id")
      .notNull()
      .references(() => channels.id),
    externalId: text("external_id"),
    placedAt: instant("placed_at").notNull(),
    currency: text("currency").notNull(),
    customerKind: customerKind("customer_kind").notNull().default("consumer"),
    customerName: text("customer_name").notNull(),
    customerEmail: citext("customer_email"),
    customerPhone: text("customer_phone"),
    customerLocale: text("customer_locale").notNull().default("fr"),
    companySiren: text("company_siren"),
    companyVatNumber: text("company_vat_number"),
    purchaseOrder: text("purchase_order"),
    shippingAddress: jsonb("shipping_address").$type<PostalAddress>().notNull(),
    billingAddress: jsonb("billing_address").$type<PostalAddress>(),
    shipFrom: jsonb("ship_from").$type<PostalAddress>(),
    shippingCents: integer("shipping_cents").notNull(),
    shippingVatRateBps: integer("shipping_vat_rate_bps").notNull(),
    promisedDeliveryOn: civilDay("promised_delivery_on"),
    withdrawalInformed: withdrawalInformed("withdrawal_informed").notNull().default("unknown"),
    withdrawalInformedOn: civilDay("withdrawal_informed_on"),
    withdrawalInformedEvidence: text("withdrawal_informed_evidence"),
    externalInvoiceNumber: text("external_invoice_number"),
    externalInvoiceOn: civilDay("external_invoice_on"),
    factsHash: text("facts_hash").notNull(),
    /** When what identifies the customer was taken out of the order and its claims. */
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    unique("order_number_per_seller").on(table.sellerId, table.number),
    index("orders_by_number_key").on(table.numberKey),
    index("orders_by_customer").on(table.customerEmail),
    index("orders_by_placed_at").on(table.sellerId, table.placedAt, table.id),
    check("currency_is_iso", sql`currency ~ '^[A-Z]{3}$'`),
    check("shipping_not_negative", sql`shipping_cents >= 0`),
    sellerRows(),
    customerRows(isScopedOrder),
    entryReads(ofLookedUpOrderNumber),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    lineId: text("line_id").notNull(),
    position: integer("position").notNull(),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceCents: integer("unit_price_cents").notNull(),
    vatRateBps: integer("vat_rate_bps").notNull(),
    vatScheme: vatScheme("vat_scheme").notNull().default("standard"),
    kind: lineKind("kind").notNull().default("goods"),
    condition: itemCondition("condition").notNull().default("new"),
    bulky: boolean("bulky").notNull().default(false),
    withdrawalExclusionNumber: integer("withdrawal_exclusion_number"),
    withdrawalExclusionInformedOn: civilDay("withdrawal_exclusion_informed_on"),
    ecoParticipationCents: integer("eco_participation_cents"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    unique("line_id_per_order").on(table.sellerId, table.orderId, table.lineId),
    check("quantity_positive", sql`quantity > 0`),
    check("price_not_negative", sql`unit_price_cents >= 0`),
    check("exclusion_is_one_of_l221_28", sql`withdrawal_exclusion_number between 1 and 13`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

export const parcels = pgTable(
  "parcels",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    position: integer("position").notNull(),
    carrier: text("carrier").notNull(),
    trackingNumber: text("tracking_number").notNull(),
    mode: parcelMode("mode").notNull().default("home"),
    shippedBy: shipper("shipped_by").notNull().default("seller"),
    shippedAt: instant("shipped_at"),
    availableAt: instant("available_at"),
    deliveredAt: instant("delivered_at"),
    returnedAt: instant("returned_at"),
    events: jsonb("events").$type<readonly ParcelEvent[]>().notNull().default([]),
    /** Recorded by itself after the order: an import that does not name it leaves it. */
    recordedApart: boolean("recorded_apart").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    index("parcels_of_order").on(table.sellerId, table.orderId, table.position),
    index("parcels_by_tracking").on(table.sellerId, table.trackingNumber),
    check(
      "not_delivered_before_dispatch",
      sql`delivered_at is null or shipped_at is null or delivered_at >= shipped_at`,
    ),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);

export const parcelLines = pgTable(
  "parcel_lines",
  {
    sellerId: uuid("seller_id").notNull(),
    parcelId: uuid("parcel_id").notNull(),
    orderLineId: uuid("order_line_id").notNull(),
    orderId: uuid("order_id").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.parcelId, table.orderLineId] }),
    foreignKey({ columns: [table.sellerId, table.parcelId], foreignColumns: [parcels.sellerId, parcels.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.orderLineId], foreignColumns: [orderLines.sellerId, orderLines.id] }),
    check("parcel_quantity_positive", sql`quantity > 0`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);
