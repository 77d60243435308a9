import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { NewPasswordField } from "@/app/(auth)/_components/new-password-field";
import { changePasswordAction } from "../actions";

/** The current password, and the new one. */
export async function PasswordForm() {
  const t = await getTranslations();
  return (
    <ActionForm
      id="form-mot-de-passe"
      action={changePasswordAction}
      done={t("account.password.done")}
      labels={{ currentPassword: t("auth.current_password"), password: t("auth.new_password") }}
      reasons={{ locked: t("account.password.reasons.locked") }}
      sentences={{
        "password.too_short": t("auth.password_too_short"),
        wrong_password: t("account.password.reasons.wrong_password"),
      }}
      className="grid gap-stack"
    >
      <TextField
        name="currentPassword"
        type="password"
        label={t("auth.current_password")}
        autoComplete="current-password"
        required
      />
      <NewPasswordField />
      <div>
        <SubmitButton>{t("account.password.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
