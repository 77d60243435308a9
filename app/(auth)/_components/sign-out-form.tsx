import { getTranslations } from "next-intl/server";
import type { ButtonLook } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { signOutAction } from "../session-actions";

/** A plain form: it works without JavaScript, and a link cannot sign anyone out. */
export async function SignOutForm(look: ButtonLook) {
  const t = await getTranslations("auth");
  return (
    <form action={signOutAction}>
      <SubmitButton variant="secondary" {...look}>
        {t("sign_out")}
      </SubmitButton>
    </form>
  );
}
