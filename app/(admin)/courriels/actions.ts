"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { retryMail } from "@/db/commands/mails";
import { adminAction } from "@/lib/server/admin-action";

export const retryMailAction = adminAction(z.object({ mailId: z.uuid() }), async ({ mailId }, { scope }) => {
  const outcome = await retryMail(scope, mailId);
  revalidatePath("/courriels", "layout");
  return outcome;
});
