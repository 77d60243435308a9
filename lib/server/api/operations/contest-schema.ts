import { z } from "zod";
import { CONTEST_RULINGS, CONTEST_STAGES, INQUIRY_OUTCOMES } from "@/lib/evidence/proof-contest";

const at = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });

export const contestSchema = z.object({
  id: z.string(),
  claimId: z.string(),
  claimReference: z.string(),
  orderNumber: z.string(),
  documentIds: z
    .array(z.string())
    .describe("The proofs that had been sent; none when only an answer said that the parcel was handed over."),
  contestedAt: at,
  attestedAt: at.nullable().describe("When the customer signed a statement of non-receipt."),
  stage: z.enum(CONTEST_STAGES).describe("What is awaited."),
  inquiry: z
    .object({
      openedOn: day,
      answerOn: day.describe("The day the carrier answers by."),
      reference: z.string().nullable(),
      outcome: z.enum(INQUIRY_OUTCOMES).nullable(),
      endedAt: at.nullable(),
    })
    .nullable()
    .describe("The carrier's inquiry."),
  ruling: z
    .object({ decision: z.enum(CONTEST_RULINGS), reason: z.string(), at })
    .nullable()
    .describe("The operator's, with its reasons."),
});
