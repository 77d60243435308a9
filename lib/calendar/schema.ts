import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";
import { type Instant, parseInstant } from "@/lib/calendar/instant";

/** An RFC 3339 instant; its offset is obligatory. Read as an `Instant`, refused with the reason as its message. */
export const instantSchema = z
  .string()
  .meta({ format: "date-time", examples: ["2026-11-23T09:30:00+01:00"] })
  .transform((text, context): Instant => {
    const parsed = parseInstant(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: "custom", message: parsed.reason });
    return z.NEVER;
  });

/** A civil day, `YYYY-MM-DD`, from 2000 to 2100. */
export const civilDaySchema = z
  .string()
  .meta({ format: "date", examples: ["2026-11-23"] })
  .transform((text, context): IsoDate => {
    const day = parseIsoDate(text);
    if (day !== undefined) return day;
    context.addIssue({ code: "custom", message: "invalid_date" });
    return z.NEVER;
  });
