"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { readWithdrawal } from "@/db/commands/message-withdrawal";
import { requalifyClaim } from "@/db/commands/requalify-claim";
import { SITUATIONS } from "@/lib/claims/claim";
import { messageText } from "@/lib/claims/schema";
import { sellerAction } from "@/lib/server/seller-action";

const claimId = z.uuid();

export const requalifyClaimAction = sellerAction(
  z.object({
    claimId,
    to: z.enum(SITUATIONS, { error: "required" }),
    reason: messageText,
    revision: z.coerce.number().int().min(0),
  }),
  async (input, { scope, now }) => {
    const outcome = await requalifyClaim(scope, input, now);
    if (outcome.ok) revalidatePath(`/reclamations/${input.claimId}`);
    return outcome;
  },
);

export const readWithdrawalAction = sellerAction(
  z.object({ claimId, messageId: z.uuid() }),
  async (input, { scope, now }) => {
    const t = await getTranslations("claim.life.withdrawal");
    const outcome = await readWithdrawal(scope, { ...input, reason: t("reason") }, now);
    if (!outcome.ok) return outcome;
    revalidatePath(`/reclamations/${input.claimId}`);
    redirect(`/reclamations/${outcome.value.claimId}`);
  },
);
