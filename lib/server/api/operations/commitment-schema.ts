import { z } from "zod";
import { COMMITMENT_KINDS } from "@/lib/replies/commitment";

/** A promise as every call shows it. */
export const commitmentSchema = z.object({
  id: z.string(),
  kind: z.enum(COMMITMENT_KINDS),
  status: z.enum(["proposed", "open", "done", "refused", "withdrawn", "lapsed"]),
  dueOn: z.string().meta({ format: "date" }).nullable(),
  amountCents: z.int().nullable(),
  doneAt: z.string().meta({ format: "date-time" }).nullable(),
});
