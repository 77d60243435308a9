"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { InvitationSent } from "@/app/(account)/_components/invitation-sent";
import { inviteOwnerAction } from "../actions";

/** An owner for a seller that has none, or cannot reach its own. */
export function InviteOwnerForm({ sellerId }: { readonly sellerId: string }) {
  const [t, members] = [useTranslations("admin.sellers"), useTranslations("members.reasons")];
  return (
    <ActionForm
      id="form-proprietaire"
      action={inviteOwnerAction}
      labels={{ email: t("new_owner_email") }}
      reasons={{ already_member: members("already_member"), seller_not_found: members("seller_not_found") }}
      sentences={{ already_member: members("already_member") }}
      done={(invitation) => <InvitationSent {...invitation} />}
      className="grid gap-stack"
    >
      <input type="hidden" name="sellerId" value={sellerId} />
      <TextField name="email" type="email" label={t("new_owner_email")} hint={t("owner_hint")} required />
      <div>
        <SubmitButton variant="secondary">{t("invite_owner")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
