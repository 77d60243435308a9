import { z } from "zod";
import type { OpeningSpan } from "@/lib/calendar/business-hours";
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

const originSchema = z.custom<Origin>(
  (value) => typeof value === "string" && /^(law|contract|assumed):.+/.test(value),
  "invalid_origin",
);

const lengthSchema = z.int().min(1).max(1200);

const minuteOfDay = z.int().min(0).max(1440);

const spanSchema = z
  .strictObject({ from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from < to, "opening_ends_before_it_starts");

const spansSchema = z.array(spanSchema).max(8).refine(areInOrder, "openings_overlap").exactOptional();

/** Opening times by weekday, 0 for Sunday; the spans of a day in order and apart. */
export const weeklyOpeningSchema = z.strictObject({
  0: spansSchema,
  1: spansSchema,
  2: spansSchema,
  3: spansSchema,
  4: spansSchema,
  5: spansSchema,
  6: spansSchema,
});

const deadlineKindSchema = z.enum(DEADLINE_KINDS);

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
  opening: weeklyOpeningSchema.exactOptional(),
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

function areInOrder(spans: readonly OpeningSpan[]): boolean {
  return spans.every((span, index) => {
    const previous = spans[index - 1];
    return previous === undefined || previous.to <= span.from;
  });
}
