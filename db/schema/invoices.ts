import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { claims } from "./claims";
import { bytes, civilDay, instant, sellerKey } from "./columns";
import { invoiceKind } from "./enums";
import { orders } from "./orders";
import { customerRows, ofScopedOrder, sellerRows } from "./policies";
import { invoiceSeries } from "./sellers";

/** Issued once, frozen byte for byte, never edited: the application role may insert and read, nothing else. */
export const invoices = pgTable(
  "invoices",
  {
    ...sellerKey,
    kind: invoiceKind("kind").notNull(),
    seriesId: uuid("series_id").notNull(),
    sequence: integer("sequence").notNull(),
    number: text("number").notNull(),
    issuedOn: civilDay("issued_on").notNull(),
    issuedAt: instant("issued_at").notNull(),
    orderId: uuid("order_id").notNull(),
    claimId: uuid("claim_id"),
    precedingInvoiceId: uuid("preceding_invoice_id"),
    replacesInvoiceId: uuid("replaces_invoice_id"),
    currency: text("currency").notNull(),
    netCents: integer("net_cents").notNull(),
    vatCents: integer("vat_cents").notNull(),
    grossCents: integer("gross_cents").notNull(),
    document: jsonb("document").$type<InvoiceDocument>().notNull(),
    pdf: bytes("pdf").notNull(),
    pdfSha256: text("pdf_sha256").notNull(),
    issuedBy: text("issued_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({
      columns: [table.sellerId, table.seriesId],
      foreignColumns: [invoiceSeries.sellerId, invoiceSeries.id],
    }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    foreignKey({
      columns: [table.sellerId, table.precedingInvoiceId],
      foreignColumns: [table.sellerId as AnyPgColumn, table.id as AnyPgColumn],
      name: "preceding_invoice",
    }),
    unique("sequence_once_per_series").on(table.sellerId, table.seriesId, table.sequence),
    unique("number_once_per_seller").on(table.sellerId, table.number),
    uniqueIndex("one_invoice_per_order")
      .on(table.sellerId, table.orderId)
      .where(sql`kind = 'invoice' and replaces_invoice_id is null`),
    uniqueIndex("replaced_once").on(table.sellerId, table.replacesInvoiceId),
    index("invoices_by_day").on(table.sellerId, table.issuedOn),
    check("totals_add_up", sql`gross_cents = net_cents + vat_cents`),
    check("sequence_positive", sql`sequence > 0`),
    sellerRows(),
    customerRows(ofScopedOrder),
  ],
);
