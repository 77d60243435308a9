"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { recordInquiry, recordInquiryAnswer } from "@/db/commands/proof-contests";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { INQUIRY_OUTCOMES } from "@/lib/evidence/proof-contest";
import { cleanLine } from "@/lib/messages/clean";
import { refused } from "@/lib/outcome";
import { sellerAction } from "@/lib/server/seller-action";

const claimId = z.uuid();
const day = z.string().transform((text, context) => {
  const parsed = parseIsoDate(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: text === "" ? "required" : "invalid_date" });
  return z.NEVER;
});
const reference = z
  .string()
  .overwrite(cleanLine)
  .max(80)
  .transform((text) => text || undefined);

/** The carrier was asked, and answers by a day. */
export const openInquiryAction = sellerAction(
  z.object({ claimId, openedOn: day, answerOn: day, reference }),
  async (input, { scope, now }) => {
    if (input.answerOn < input.openedOn) {
      return refused("answer_before_opening", { answerOn: ["answer_before_opening"] });
    }
    const outcome = await recordInquiry(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const answerInquiryAction = sellerAction(
  z.object({ claimId, outcome: z.enum(INQUIRY_OUTCOMES, { error: "required" }) }),
  async (input, { scope, now }) => {
    const outcome = await recordInquiryAnswer(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);
