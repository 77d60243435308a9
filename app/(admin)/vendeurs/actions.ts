"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { inviteOwner } from "@/db/commands/invitations";
import { changeSeller, createSeller } from "@/db/commands/sellers";
import { endViewing, startViewing } from "@/db/commands/viewings";
import { normalizeEmail } from "@/lib/auth/email";
import { startViewingSchema } from "@/lib/auth/schema";
import { accepted } from "@/lib/outcome";
import { changeSellerSchema, createSellerSchema, inviteOwnerSchema } from "@/lib/sellers/schema";
import { adminAction } from "@/lib/server/admin-action";
import { accountLinkUrl, newAccountLink } from "@/lib/server/mail/account-token";
import { canSendMail } from "@/lib/server/mail/transport";

export const createSellerAction = adminAction(createSellerSchema, async (input, { scope, viewer, now }) => {
  const { name, slug } = input;
  const email = normalizeEmail(input.email);
  const link = newAccountLink("member_invited");
  const outcome = await createSeller(scope, { name, slug, owner: { email, link, inviter: viewer } }, now);
  if (!outcome.ok) return outcome;
  revalidatePath("/vendeurs");
  return accepted({ email, url: urlToPassOn(link.id) });
});

export const inviteOwnerAction = adminAction(inviteOwnerSchema, async (input, { scope, viewer, now }) => {
  const email = normalizeEmail(input.email);
  const link = newAccountLink("member_invited");
  const outcome = await inviteOwner(scope, input.sellerId, { email, link, inviter: viewer }, now);
  if (!outcome.ok) return outcome;
  revalidatePath(`/vendeurs/${input.sellerId}`);
  return accepted({ email, url: urlToPassOn(link.id) });
});

export const changeSellerAction = adminAction(changeSellerSchema, async (change, { scope, now }) => {
  const outcome = await changeSeller(scope, change, now);
  revalidatePath("/vendeurs", "layout");
  return outcome;
});

/** Without a mail server the link is shown to the admin, this once, to be passed on by hand. */
function urlToPassOn(invitationId: string): string | undefined {
  return canSendMail() ? undefined : accountLinkUrl("member_invited", invitationId);
}

/** From here on this session sees the product as the seller does. */
export const startViewingAction = adminAction(startViewingSchema, async (input, { scope, viewer, now }) => {
  const outcome = await startViewing(scope, { ...input, userId: viewer.userId, sessionId: viewer.sessionId }, now);
  if (!outcome.ok) return outcome;
  revalidatePath("/", "layout");
  redirect("/reclamations");
});

export const endViewingAction = adminAction(z.object({}), async (_input, { scope, viewer, now }) => {
  await endViewing(scope, viewer, now);
  revalidatePath("/", "layout");
  redirect(viewer.isLook && viewer.seller ? `/vendeurs/${viewer.seller.sellerId}` : "/vendeurs");
});
