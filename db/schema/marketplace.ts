import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";
import type { PolicyContent } from "@/lib/policy/policy";
import type { Mediator } from "@/lib/sellers/seller";
import { citext, instant } from "./columns";
import { publicRows } from "./policies";

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
  },
  () => [...publicRows()],
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
