import { z } from "zod";
import { CALENDAR_IDS } from "@/lib/calendar/calendar-ids";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { cleanText } from "@/lib/messages/clean";
import { HALF_A_MEDIATOR, isMediatorWhole, mediatorFields } from "@/lib/sellers/schema";

const words = (most: number) => z.string().overwrite(cleanText).min(1).max(most);

/** The operator as its sellers and their customers read it, and the calendar its contractual clocks are counted in. */
export const marketplaceSchema = z
  .object({
    name: words(120),
    legalName: words(200),
    postalAddress: words(400),
    contactEmail: z.string().trim().min(1).pipe(z.email().max(254)),
    calendar: z.enum(CALENDAR_IDS),
    zone: zoneSchema,
    ...mediatorFields,
  })
  .refine(isMediatorWhole, HALF_A_MEDIATOR);
