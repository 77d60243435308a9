import { sql } from "drizzle-orm";
import {
  check,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";
import type { PolicyContent } from "@/lib/policy/policy";
import type { Mediator } from "@/lib/sellers/seller";
import { citext, civilDay, instant } from "./columns";
import { appRole, operatorScope, publicRows } from "./policies";

/** One row: the operator's identity and the calendar its contractual clocks are counted in. */
export const marketplace = pgTable(
  "marketplace",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull(),
    legalName: text("legal_name").notNull(),
    postalAddress: text("postal_address").notNull(),
    contactEmail: citext("contact_email").notNull(),
    calendar: text("calendar").notNull().default("FR"),
    zone: text("zone").$type<ZoneId>().notNull().default(zoneId("Europe/Paris")),
    mediator: jsonb("mediator").$type<Mediator>(),
    updatedAt: instant("updated_at").notNull(),
  },
  () => [check("one_marketplace", sql`id = 1`), ...publicRows()],
);

/** A published version of the rules never changes; a claim names the version that rules it. */
export const policies = pgTable(
  "policies",
  {
    version: integer("version").primaryKey(),
    content: jsonb("content").$type<PolicyContent>().notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by"),
    draftedBy: uuid("drafted_by"),
    reason: text("reason"),
  },
  () => [check("published_by_another", sql`published_by <> drafted_by`), ...publicRows()],
);

/** The version that is being prepared: one at a time, and only its author changes it. */
export const policyDrafts = pgTable(
  "policy_drafts",
  {
    id: uuid("id").primaryKey(),
    basedOn: integer("based_on")
      .notNull()
      .references(() => policies.version),
    content: jsonb("content").$type<PolicyContent>().notNull(),
    effectiveOn: civilDay("effective_on").notNull(),
    reason: text("reason").notNull(),
    author: uuid("author").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** When it was given up or published; a draft that has ended is history. */
    endedAt: instant("ended_at"),
    publishedVersion: integer("published_version").references(() => policies.version),
  },
  () => [
    uniqueIndex("one_open_draft").on(sql`(true)`).where(sql`ended_at is null`),
    check("published_draft_has_ended", sql`published_version is null or ended_at is not null`),
    pgPolicy("operator_rows", { to: appRole, for: "all", using: operatorScope, withCheck: operatorScope }),
  ],
);

/** Where orders and claims come from: the site, the API, the phone, a marketplace's connector. */
export const channels = pgTable(
  "channels",
  {
    id: text("id").notNull(),
    labelFr: text("label_fr").notNull(),
    labelEn: text("label_en").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id] }),
    check("channel_id_is_a_slug", sql`id ~ '^[a-z][a-z0-9_]{0,39}$'`),
    ...publicRows(),
  ],
);
