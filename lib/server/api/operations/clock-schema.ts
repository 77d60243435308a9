import { z } from "zod";
import { CLOCK_STATES } from "@/lib/deadlines/clock";
import { DEADLINE_KINDS, TURNS } from "@/lib/deadlines/rule";

const at = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });

/** A clock as every call shows it. */
export const clockSchema = z.object({
  id: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  state: z.enum(CLOCK_STATES),
  whoseTurn: z.enum(TURNS),
  origin: z.string().describe("`law:…`, `contract:…` or `assumed:…`, and the text."),
  startsAt: at,
  dueOn: day.describe("Last day, inclusive, in `zone`."),
  dueBefore: at.describe("The instant at which it is too late, exclusive."),
  zone: z.string(),
  calendar: z.string(),
  ruleVersion: z.int().describe("Version of the rules the deadline was computed by."),
  calendarVersion: z.int().describe("Last correction of the calendar it was computed with; 0 as published."),
  stoppedAt: at.nullable(),
});

const span = z.object({ startsAt: at, dueOn: day, dueBefore: at });
/** A clock that changed facts moved, started or cancelled. */
export const affectedClockSchema = z.object({
  claimId: z.string(),
  claimReference: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  change: z.enum(["moved", "started", "cancelled"]),
  from: span.nullable(),
  to: span.nullable(),
});
