import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CompanySize } from "@/lib/invoices/rules";
import type { PostalAddress } from "@/lib/orders/order";
import type { Absence } from "@/lib/sellers/absence";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import type { AfterSalesContact, Mediator } from "@/lib/sellers/seller";
import { civilDay, instant, sellerKey } from "./columns";
import { costBearer, invoiceKind, invoicingMode, returnMeans, sellerStatus } from "./enums";
import { anyRow, customerRows, entryReads, ownSellerRow, sellerRows } from "./policies";

export const sellers = pgTable(
  "sellers",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    status: sellerStatus("status").notNull().default("active"),
    legalIdentity: jsonb("legal_identity").$type<SellerIdentity>(),
    invoicingMode: invoicingMode("invoicing_mode").notNull().default("issued_here"),
    /** Decides since when sales to professionals go through a plateforme agréée. */
    companySize: text("company_size").$type<CompanySize>().notNull().default("small"),
    mediator: jsonb("mediator").$type<Mediator>(),
    contact: jsonb("contact").$type<AfterSalesContact>(),
    absence: jsonb("absence").$type<Absence>(),
    zone: text("zone").notNull().default("Europe/Paris"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  () => [check("slug_is_a_slug", sql`slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'`), ownSellerRow(), entryReads(anyRow)],
);

/** Where and how a customer sends a good back to this seller. */
export const returnProfiles = pgTable(
  "return_profiles",
  {
    ...sellerKey,
    name: text("name").notNull(),
    address: jsonb("address").$type<PostalAddress>().notNull(),
    means: returnMeans("means").notNull(),
    withdrawalCostBearer: costBearer("withdrawal_cost_bearer").notNull().default("customer"),
    packing: text("packing").notNull(),
    isDefault: boolean("is_default").notNull().default(false),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("one_default_return_profile").on(table.sellerId).where(sql`is_default`),
    sellerRows(),
    customerRows(anyRow),
  ],
);

/** A gapless series: the next number is drawn under this row's lock, in the transaction that stores the PDF. */
export const invoiceSeries = pgTable(
  "invoice_series",
  {
    ...sellerKey,
    kind: invoiceKind("kind").notNull(),
    prefix: text("prefix").notNull(),
    lastSequence: integer("last_sequence").notNull().default(0),
    lastIssuedOn: civilDay("last_issued_on"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    unique("series_prefix").on(table.sellerId, table.prefix),
    check("sequence_counts_up", sql`last_sequence >= 0`),
    sellerRows(),
  ],
);
