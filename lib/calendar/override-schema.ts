import { z } from "zod";
import { CALENDAR_IDS } from "@/lib/calendar/calendar-ids";
import { OVERRIDE_GROUNDS, type OverrideDraft } from "@/lib/calendar/override";
import { civilDaySchema } from "@/lib/calendar/schema";
import { cleanLine } from "@/lib/messages/clean";

const nameSchema = z.string().overwrite(cleanLine).min(1).max(80);

const common = {
  calendar: z.enum(CALENDAR_IDS),
  day: civilDaySchema,
  ground: z.enum(OVERRIDE_GROUNDS),
  source: z.string().overwrite(cleanLine).min(1).max(300),
};

/** A correction as a form or an address gives it. A day that becomes a holiday needs its name in both languages. */
export const overrideDraftSchema = z
  .discriminatedUnion("change", [
    z.object({ ...common, change: z.literal("add"), nameFr: nameSchema, nameEn: nameSchema }),
    z.object({ ...common, change: z.enum(["remove", "withdraw"]) }),
  ])
  .transform(({ ground, source, ...given }): OverrideDraft => {
    const { calendar, day, change } = given;
    const name = given.change === "add" ? { fr: given.nameFr, en: given.nameEn } : null;
    return { calendar, day, change, name, origin: `${ground}:${source}` };
  });

/** What the confirmation of a preview adds: which preview, and whether other figures may come of it. */
export const confirmationSchema = z.object({
  version: z.coerce.number<string>().int().min(1),
  preview: z.string().regex(/^[0-9a-f]{32}$/),
  figures: z.enum(["as_shown", "may_change"]).default("as_shown"),
});
