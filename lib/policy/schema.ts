import { z } from "zod";
import { THRESHOLD_MEASURES } from "@/lib/compliance/threshold";
import { deadlinePolicySchema } from "@/lib/deadlines/schema";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";

const thresholdSchema = z.strictObject({
  measure: z.enum(THRESHOLD_MEASURES),
  atLeastBps: z.int().min(1).max(10_000),
  days: z.int().min(1).max(366),
  minSample: z.int().min(1),
});

/** A policy version as it comes back from the database. */
export const policyContentSchema = z.strictObject({
  deadlines: deadlinePolicySchema,
  closeAfterSilentDays: z.int().min(1),
  linkDaysAfterClosure: z.int().min(1),
  waivedDemands: z.array(z.enum(WAIVABLE_DEMANDS)).exactOptional(),
  thresholds: z.array(thresholdSchema).exactOptional(),
});
