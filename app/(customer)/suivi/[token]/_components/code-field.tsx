import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_components/ui/text-field";
import type { CustomerScope } from "@/lib/auth/scope";
import { needsCode } from "@/lib/claims/permissions";

/** Asked where a choice binds the customer and the link was not mailed to them; nothing otherwise. */
export async function CodeField({ scope }: { readonly scope: CustomerScope }) {
  if (!needsCode(scope)) return null;
  const t = await getTranslations("customer.code");
  return (
    <TextField
      name="code"
      label={t("label")}
      hint={t("hint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
      width="short"
      hideOptional
    />
  );
}
