"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { awaitReturnAgain, lapseReturn } from "@/db/commands/lapsed-returns";
import { withdrawOffer } from "@/db/commands/withdraw-offer";
import { withdrawQuestion } from "@/db/commands/withdraw-question";
import { messageText } from "@/lib/claims/schema";
import { sellerAction } from "@/lib/server/seller-action";

const ofPromise = z.object({ claimId: z.uuid(), commitmentId: z.uuid() });

export const lapseReturnAction = sellerAction(
  ofPromise.extend({ message: messageText, locale: z.enum(["fr", "en"]) }),
  async (input, { scope, now }) => {
    const outcome = await lapseReturn(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const awaitReturnAgainAction = sellerAction(ofPromise, async (input, { scope, now }) => {
  const outcome = await awaitReturnAgain(scope, input, now);
  if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
  return outcome;
});

export const withdrawOfferAction = sellerAction(
  z.object({ claimId: z.uuid(), replyId: z.uuid(), message: messageText, locale: z.enum(["fr", "en"]) }),
  async (input, { scope, now }) => {
    const outcome = await withdrawOffer(scope, input, now);
    revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const withdrawQuestionAction = sellerAction(
  z.object({ claimId: z.uuid(), requalificationId: z.uuid() }),
  async (input, { scope, now }) => {
    const outcome = await withdrawQuestion(scope, input, now);
    revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);
