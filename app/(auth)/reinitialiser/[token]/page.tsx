import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { isOpenPasswordReset } from "@/db/queries/users";
import { currentTime } from "@/lib/server/clock";
import { tokenHash } from "@/lib/server/mail/account-token";
import { entryScope } from "@/lib/server/scope";
import { ClosedReset } from "../../_components/closed-link";
import { NewPasswordField } from "../../_components/new-password-field";
import { resetPasswordAction } from "./actions";

type Props = { readonly params: Promise<{ readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPasswordPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations("auth"), params]);
  if (!(await isOpenPasswordReset(entryScope(), tokenHash(token), currentTime()))) return <ClosedReset />;
  return (
    <>
      <PageHeader title={t("reset.title")} lead={t("reset.lead")} />
      <Card>
        <ActionForm
          id="mot-de-passe"
          action={resetPasswordAction}
          labels={{ password: t("new_password") }}
          reasons={{ link_not_open: t("reset.closed") }}
          sentences={{ "password.too_short": t("password_too_short") }}
          className="grid gap-stack"
        >
          <input type="hidden" name="token" value={token} />
          <NewPasswordField />
          <div>
            <SubmitButton>{t("reset.submit")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
