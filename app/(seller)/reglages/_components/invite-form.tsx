"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { InvitationSent } from "@/app/(account)/_components/invitation-sent";
import { MEMBER_ROLES } from "@/lib/auth/role";
import { inviteMemberAction } from "../membres/actions";

/** Somebody new, with a role. */
export function InviteForm() {
  const [t, auth] = [useTranslations("members"), useTranslations("auth")];
  return (
    <ActionForm
      id="form-invitation"
      action={inviteMemberAction}
      labels={{ email: auth("email") }}
      reasons={{ already_member: t("reasons.already_member"), seller_not_found: t("reasons.seller_not_found") }}
      sentences={{ already_member: t("reasons.already_member") }}
      done={(invitation) => <InvitationSent {...invitation} />}
      className="grid gap-stack"
    >
      <TextField name="email" type="email" label={auth("email")} autoComplete="off" width="half" required />
      <RadioGroup
        name="role"
        legend={t("role")}
        defaultValue="agent"
        choices={MEMBER_ROLES.map((value) => ({
          value,
          label: auth(`roles.${value}`),
          hint: auth(`role_hints.${value}`),
        }))}
      />
      <div>
        <SubmitButton>{t("invite.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
