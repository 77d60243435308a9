import { z } from "zod";
import { parseZone, type ZoneId } from "@/lib/calendar/zone";

/** A name of the time zone database. */
export const zoneSchema = z.string().transform((text, context): ZoneId => {
  const zone = parseZone(text);
  if (zone !== undefined) return zone;
  context.addIssue({ code: "custom", message: "invalid_choice" });
  return z.NEVER;
});
