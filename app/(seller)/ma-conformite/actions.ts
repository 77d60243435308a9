"use server";
import { revalidatePath } from "next/cache";
import { answerAlert, appealAlert } from "@/db/commands/alerts";
import { alertAnswer, alertAppeal } from "@/lib/compliance/alert";
import { sellerAction } from "@/lib/server/seller-action";

export const answerAlertAction = sellerAction(alertAnswer, async (input, { scope, now }) => {
  const outcome = await answerAlert(scope, input, now);
  revalidatePath("/ma-conformite");
  return outcome;
});

export const appealAlertAction = sellerAction(alertAppeal, async (input, { scope, now }) => {
  const outcome = await appealAlert(scope, input, now);
  revalidatePath("/ma-conformite");
  return outcome;
});
