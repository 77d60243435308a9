import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgPolicy, pgTable, uuid } from "drizzle-orm/pg-core";
import type { FileFault } from "@/lib/evidence/storage-care";
import { instant } from "./columns";
import { appRole, operatorScope } from "./policies";

/** Each night's comparison of stored files with what their documents say, and what lay there for nobody. */
export const fileChecks = pgTable(
  "file_checks",
  {
    id: uuid("id").primaryKey(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    files: bigint("files", { mode: "number" }).notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    orphans: integer("orphans").notNull(),
    isSound: boolean("is_sound").notNull(),
    faults: jsonb("faults").$type<readonly FileFault[]>().notNull(),
  },
  (table) => [
    index("file_checks_by_time").on(table.startedAt),
    check("sound_without_fault", sql`is_sound = (faults = '[]'::jsonb)`),
    pgPolicy("operator_rows", { to: appRole, for: "all", using: operatorScope, withCheck: operatorScope }),
  ],
);
