import { z } from "zod";
import { INTAKE_FIELDS } from "@/lib/claims/intake";

/** What the customer answered, as every call shows it. */
export const intakeSchema = z
  .array(
    z.object({
      question: z.enum(INTAKE_FIELDS),
      version: z.int().describe("The highest is the answer that stands."),
      answer: z.union([z.string(), z.array(z.string())]),
      answeredAt: z.string().meta({ format: "date-time" }),
    }),
  )
  .describe("What the customer answered beside their words, every version; photos are documents with a subject.");
