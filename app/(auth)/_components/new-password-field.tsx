import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_components/ui/text-field";
import { PASSWORD_LENGTH } from "@/lib/auth/password-length";

/** A password about to be chosen: its rule is told before, not after. */
export async function NewPasswordField({ name = "password" }: { readonly name?: string }) {
  const t = await getTranslations("auth");
  return (
    <TextField
      name={name}
      type="password"
      label={t("new_password")}
      hint={t("password_hint")}
      autoComplete="new-password"
      minLength={PASSWORD_LENGTH.least}
      maxLength={PASSWORD_LENGTH.most}
      required
    />
  );
}
