import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CalendarId } from "@/lib/calendar/calendar-ids";
import type { OverrideOrigin } from "@/lib/calendar/override";
import { civilDay, instant } from "./columns";
import { calendarChange } from "./enums";
import { publicRows } from "./policies";

/** Corrections of the calendars by the operator. A row is never edited: a later one withdraws it. */
export const calendarOverrides = pgTable(
  "calendar_overrides",
  {
    version: integer("version").primaryKey(),
    calendar: text("calendar").$type<CalendarId>().notNull(),
    day: civilDay("day").notNull(),
    change: calendarChange("change").notNull(),
    nameFr: text("name_fr"),
    nameEn: text("name_en"),
    origin: text("origin").$type<OverrideOrigin>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("overrides_of_calendar").on(table.calendar, table.day),
    check("override_numbered_from_one", sql`version > 0`),
    check("override_in_range", sql`day between '2000-01-01' and '2100-12-31'`),
    check("added_day_is_named", sql`(change = 'add') = (name_fr is not null and name_en is not null)`),
    check("override_has_origin", sql`origin ~ '^(law|contract):.'`),
    ...publicRows(),
  ],
);

/** How far a correction has come in moving the clocks it reaches; they are taken in the order of their ids. */
export const calendarRuns = pgTable(
  "calendar_runs",
  {
    version: integer("version")
      .primaryKey()
      .references(() => calendarOverrides.version),
    /** Last clock looked at. */
    reachedId: uuid("reached_id"),
    moved: integer("moved").notNull().default(0),
    becomeOverdue: integer("became_overdue").notNull().default(0),
    noLongerOverdue: integer("no_longer_overdue").notNull().default(0),
    finishedAt: instant("finished_at"),
  },
  () => [...publicRows()],
);
