import { z } from "zod";
import { deadlinePolicySchema } from "@/lib/deadlines/schema";

/** A policy version as it comes back from the database. */
export const policyContentSchema = z.strictObject({
  deadlines: deadlinePolicySchema,
  closeAfterSilentDays: z.int().min(1),
  linkDaysAfterClosure: z.int().min(1),
});
