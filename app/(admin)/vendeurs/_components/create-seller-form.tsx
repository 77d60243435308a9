"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { InvitationSent } from "@/app/(account)/_components/invitation-sent";
import { createSellerAction } from "../actions";

/** A name, an identifier, and whom to invite. */
export function CreateSellerForm() {
  const t = useTranslations("admin.sellers");
  return (
    <ActionForm
      id="form-vendeur"
      action={createSellerAction}
      labels={{ name: t("name"), slug: t("slug"), email: t("owner_email") }}
      reasons={{ slug_taken: t("reasons.slug_taken") }}
      sentences={{ slug_taken: t("reasons.slug_taken"), invalid_slug: t("slug_invalid") }}
      done={(invitation) => <InvitationSent {...invitation} />}
      className="grid gap-stack"
    >
      <TextField name="name" label={t("name")} maxLength={120} required />
      <TextField name="slug" label={t("slug")} hint={t("slug_hint")} maxLength={60} width="half" required />
      <TextField name="email" type="email" label={t("owner_email")} hint={t("owner_hint")} required />
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
