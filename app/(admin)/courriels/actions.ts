"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { reportBounce } from "@/db/commands/bounced-mails";
import { retryMail } from "@/db/commands/mails";
import { cleanLine } from "@/lib/messages/clean";
import { adminAction } from "@/lib/server/admin-action";

export const retryMailAction = adminAction(z.object({ mailId: z.uuid() }), async ({ mailId }, { scope }) => {
  const outcome = await retryMail(scope, mailId);
  revalidatePath("/courriels", "layout");
  return outcome;
});

const bounceInput = z.object({ mailId: z.uuid(), reason: z.string().overwrite(cleanLine).min(1).max(500) });

export const reportBounceAction = adminAction(bounceInput, async ({ mailId, reason }, { scope, now }) => {
  const outcome = await reportBounce(scope, { mail: { mailId }, reason }, now);
  revalidatePath("/courriels", "layout");
  return outcome;
});
