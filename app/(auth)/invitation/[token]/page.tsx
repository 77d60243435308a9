import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { findOpenInvitation, type OpenInvitation } from "@/db/queries/users";
import { currentTime } from "@/lib/server/clock";
import { tokenHash } from "@/lib/server/mail/account-token";
import { entryScope } from "@/lib/server/scope";
import { currentViewer } from "@/lib/server/session";
import { ClosedInvitation } from "../../_components/closed-link";
import { NewPasswordField } from "../../_components/new-password-field";
import { SignOutForm } from "../../_components/sign-out-form";
import { acceptAction, joinAction } from "./actions";

type Props = { readonly params: Promise<{ readonly token: string }> };
type StepProps = { readonly invitation: OpenInvitation; readonly token: string };

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: Props) {
  const [t, { token }, viewer] = await Promise.all([getTranslations("auth"), params, currentViewer()]);
  const invitation = await findOpenInvitation(entryScope(), tokenHash(token), currentTime());
  if (!invitation) return <ClosedInvitation />;
  const { sellerName: seller, email } = invitation;
  const role = t(`roles.${invitation.role}`);
  const isOther = viewer !== undefined && viewer.userId !== invitation.userId;
  return (
    <>
      <PageHeader title={t("invitation.title", { seller })} lead={t("invitation.lead", { role, email })} />
      {isOther && <OtherAccount email={email} current={viewer.email} />}
      {!viewer && invitation.userId === null && <Join {...{ invitation, token }} />}
      {!viewer && invitation.userId !== null && <SignInFirst {...{ invitation, token }} />}
      {viewer && !isOther && <Accept {...{ invitation, token }} />}
    </>
  );
}

async function Join({ token }: StepProps) {
  const t = await getTranslations("auth");
  return (
    <Card>
      <ActionForm
        id="rejoindre"
        action={joinAction}
        labels={{ name: t("name"), password: t("new_password") }}
        reasons={{
          link_not_open: t("invitation.reasons.link_not_open"),
          email_taken: t("invitation.reasons.email_taken"),
        }}
        sentences={{ "password.too_short": t("password_too_short") }}
        className="grid gap-stack"
      >
        <input type="hidden" name="token" value={token} />
        <TextField name="name" label={t("name")} autoComplete="name" maxLength={120} required />
        <NewPasswordField />
        <div>
          <SubmitButton>{t("invitation.join")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function SignInFirst({ invitation, token }: StepProps) {
  const t = await getTranslations("auth.invitation");
  return (
    <Card>
      <p className="mb-stack">{t("sign_in_first", { email: invitation.email })}</p>
      <LinkButton href={`/connexion?suite=${encodeURIComponent(`/invitation/${token}`)}`}>{t("sign_in")}</LinkButton>
    </Card>
  );
}

async function Accept({ invitation, token }: StepProps) {
  const t = await getTranslations("auth.invitation");
  return (
    <Card>
      <ActionForm
        id="accepter"
        action={acceptAction}
        reasons={{ link_not_open: t("reasons.link_not_open"), other_address: t("reasons.other_address") }}
        className="grid gap-stack"
      >
        <p>{t("as", { email: invitation.email })}</p>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton>{t("accept", { seller: invitation.sellerName })}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function OtherAccount({ email, current }: { readonly email: string; readonly current: string }) {
  const t = await getTranslations("auth");
  return (
    <Alert kind="warning" actions={<SignOutForm />}>
      {t("invitation.other_account", { email, current })}
    </Alert>
  );
}
