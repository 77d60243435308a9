import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findNoticeReader } from "@/db/queries/notice-choices";
import { requireViewer, sellerScopeOf } from "@/lib/server/session";
import { NoticeForm } from "./_components/notice-form";
import { OpenSessions } from "./_components/open-sessions";
import { PasswordForm } from "./_components/password-form";
import { ProfileForm } from "./_components/profile-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const [t, viewer] = await Promise.all([getTranslations("account"), requireViewer()]);
  const scope = sellerScopeOf(viewer);
  const reader = scope && (await findNoticeReader(scope));
  const hasNoAccess = !viewer.operatorRole && !viewer.seller;
  return (
    <>
      <PageHeader title={t("title")} lead={viewer.email} />
      <div className="grid gap-6">
        {hasNoAccess && <Alert kind="warning">{t("no_access")}</Alert>}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Section id="profil" title={t("profile.title")}>
            <ProfileForm viewer={viewer} />
          </Section>
          <Section id="mot-de-passe" title={t("password.title")} lead={t("password.lead")}>
            <PasswordForm />
          </Section>
        </div>
        {reader && viewer.seller && (
          <Section id="courriels" title={t("notices.title")} lead={t("notices.lead", { seller: viewer.seller.name })}>
            <NoticeForm reader={reader} />
          </Section>
        )}
        <Section id="sessions" title={t("sessions.title")} lead={t("sessions.lead")}>
          <OpenSessions viewer={viewer} />
        </Section>
      </div>
    </>
  );
}
