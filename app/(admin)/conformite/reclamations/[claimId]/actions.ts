"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { correctLinkAddress, resendLinkOfClaim, revokeLink, rotateLink } from "@/db/commands/staff-links";
import { emailSchema } from "@/lib/auth/schema";
import { LINK_AUDIENCES } from "@/lib/auth/scope";
import { adminAction } from "@/lib/server/admin-action";

const claim = { claimId: z.uuid() };

const linkSchema = z.object({ ...claim, audience: z.enum(LINK_AUDIENCES), act: z.enum(["rotate", "revoke"]) });

export const changeLinkAction = adminAction(linkSchema, async ({ act, ...named }, { scope, now }) => {
  const outcome = await (act === "rotate" ? rotateLink : revokeLink)(scope, named, now);
  revalidatePath(`/conformite/reclamations/${named.claimId}`);
  return outcome;
});

export const resendLinkAction = adminAction(z.object(claim), async (input, { scope, now }) => {
  const outcome = await resendLinkOfClaim(scope, input, now);
  revalidatePath(`/conformite/reclamations/${input.claimId}`);
  return outcome;
});

export const correctAddressAction = adminAction(
  z.object({ ...claim, email: emailSchema }),
  async (input, { scope, now }) => {
    const outcome = await correctLinkAddress(scope, input, now);
    revalidatePath(`/conformite/reclamations/${input.claimId}`);
    return outcome;
  },
);
