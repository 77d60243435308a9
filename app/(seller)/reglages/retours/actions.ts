"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteReturnProfile, saveReturnProfile } from "@/db/commands/return-profiles";
import { deleteReturnProfileSchema, returnProfileSchema } from "@/lib/sellers/schema";
import { sellerAction } from "@/lib/server/seller-action";

export const saveReturnProfileAction = sellerAction(returnProfileSchema, async (input, { scope, now }) => {
  const { recipient, line1, line2, postcode, city, country, ...facts } = input;
  const address = { name: recipient, line1, line2, postcode, city, country };
  const outcome = await saveReturnProfile(scope, { ...facts, address }, now);
  if (!outcome.ok) return outcome;
  revalidatePath("/reglages/retours");
  redirect("/reglages/retours");
});

export const deleteReturnProfileAction = sellerAction(deleteReturnProfileSchema, async ({ profileId }, context) => {
  const outcome = await deleteReturnProfile(context.scope, profileId, context.now);
  revalidatePath("/reglages/retours");
  return outcome;
});
