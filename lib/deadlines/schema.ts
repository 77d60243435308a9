import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";
import {
  CALENDAR_BASES,
  CANCELLING_FACTS,
  DEADLINE_KINDS,
  MET_BY_FACTS,
  type Origin,
  PERIOD_UNITS,
  ROLLS,
  START_FACTS,
  SUSPENDING_FACTS,
  TURNS,
} from "@/lib/deadlines/rule";

export const isoDateSchema = z.custom<IsoDate>(
  (value) => typeof value === "string" && parseIsoDate(value) !== undefined,
  "invalid_date",
);

export const originSchema = z.custom<Origin>(
  (value) => typeof value === "string" && /^(law|contract|assumed):.+/.test(value),
  "invalid_origin",
);

const lengthSchema = z.int().min(1).max(1200);

export const deadlineKindSchema = z.enum(DEADLINE_KINDS);

/** One rule as it is stored: reading it back gives a `DeadlineRule`. */
export const deadlineRuleSchema = z.strictObject({
  length: lengthSchema.nullable(),
  unit: z.enum(PERIOD_UNITS),
  roll: z.enum(ROLLS),
  basis: z.enum(CALENDAR_BASES),
  whoseTurn: z.enum(TURNS),
  starts: z.enum(START_FACTS),
  metBy: z.enum(MET_BY_FACTS).nullable(),
  cancelledBy: z.array(z.enum(CANCELLING_FACTS)),
  suspendedBy: z.array(z.enum(SUSPENDING_FACTS)),
  origin: originSchema,
  assumedFor: z.array(z.string()).exactOptional(),
  inForceFrom: isoDateSchema,
  toVerify: z.boolean().exactOptional(),
  amendments: z
    .array(
      z.strictObject({
        inForceFrom: isoDateSchema,
        length: lengthSchema,
        origin: originSchema,
        toVerify: z.boolean().exactOptional(),
      }),
    )
    .exactOptional(),
});

/** A whole policy version, as kept in a jsonb column. */
export const deadlinePolicySchema = z.strictObject({
  version: z.int().min(1),
  inForceFrom: isoDateSchema,
  rules: z.record(deadlineKindSchema, deadlineRuleSchema),
});
