"use server";
import { revalidatePath } from "next/cache";
import { inviteMember, revokeInvitation } from "@/db/commands/invitations";
import { changeMemberRole, revokeMember } from "@/db/commands/members";
import { changeMemberSchema, inviteMemberSchema, revokeInvitationSchema, revokeMemberSchema } from "@/lib/auth/schema";
import { accepted } from "@/lib/outcome";
import { accountLinkUrl, newAccountLink } from "@/lib/server/mail/account-token";
import { canSendMail } from "@/lib/server/mail/transport";
import { sellerAction } from "@/lib/server/seller-action";

const PAGE = "/reglages/membres";

/** Without a mail server the link is shown to the owner, this once, to be passed on by hand. */
export const inviteMemberAction = sellerAction(inviteMemberSchema, async ({ email, role }, { scope, viewer, now }) => {
  const link = newAccountLink("member_invited");
  const outcome = await inviteMember(scope, { email, role, link, inviter: viewer }, now);
  if (!outcome.ok) return outcome;
  revalidatePath(PAGE);
  return accepted({ email, url: canSendMail() ? undefined : accountLinkUrl("member_invited", link.id) });
});

export const revokeInvitationAction = sellerAction(revokeInvitationSchema, async ({ invitationId }, context) => {
  const outcome = await revokeInvitation(context.scope, invitationId, context.now);
  revalidatePath(PAGE);
  return outcome;
});

export const changeMemberAction = sellerAction(changeMemberSchema, async (change, { scope, now }) => {
  const outcome = await changeMemberRole(scope, change, now);
  revalidatePath(PAGE);
  return outcome;
});

export const revokeMemberAction = sellerAction(revokeMemberSchema, async ({ userId }, { scope, now }) => {
  const outcome = await revokeMember(scope, userId, now);
  revalidatePath(PAGE);
  return outcome;
});
