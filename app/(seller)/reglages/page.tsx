import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { getSellerSettings } from "@/db/queries/sellers";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { requireSeller } from "@/lib/server/session";
import { IdentityForm } from "./_components/identity-form";
import { MissingMentions } from "./_components/missing-mentions";
import { SettingsPage } from "./_components/settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function IdentityPage() {
  const [t, scope] = await Promise.all([getTranslations("settings.identity"), requireSeller()]);
  const { legalIdentity, name } = await getSellerSettings(scope);
  return (
    <SettingsPage tab="identity" scope={scope}>
      <MissingMentions identity={legalIdentity} />
      <Section id="identite" title={t("title")} lead={t("lead")}>
        <IdentityForm identity={legalIdentity} sellerName={name} mayWrite={mayAdministerSeller(scope)} />
      </Section>
    </SettingsPage>
  );
}
