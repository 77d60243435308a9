import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { ApiKeySection } from "@/app/(account)/_components/api-key-section";
import { listApiKeys } from "@/db/queries/api-keys";
import { findMarketplace } from "@/db/queries/marketplace";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { currentTime } from "@/lib/server/clock";
import { canSendMail } from "@/lib/server/mail/transport";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { MarketplaceForm } from "./_components/marketplace-form";
import { createOperatorKeyAction, revokeOperatorKeyAction, rotateOperatorKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.marketplace"))("title") };
}

export default async function MarketplacePage() {
  const [t, keys, scope, viewer] = await Promise.all([
    getTranslations("admin.marketplace"),
    getTranslations("members.api_keys"),
    requireAdmin(),
    requireViewer(),
  ]);
  const mayWrite = mayAdministerMarketplace(scope);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/donnees-personnelles" variant="secondary">
            {t("privacy_link")}
          </LinkButton>
        }
      />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        <Section id="identite" title={t("identity")}>
          <MarketplaceForm marketplace={await findMarketplace(scope)} mayWrite={mayWrite} />
        </Section>
        <Section id="courriel" title={t("sender")} lead={canSendMail() ? t("smtp_on") : t("smtp_off")}>
          <DescriptionList facts={[{ term: t("sender_hint"), value: env().MAIL_FROM }]} />
        </Section>
        {mayWrite && (
          <ApiKeySection
            lead={keys("operator_lead")}
            keys={await listApiKeys(scope, currentTime())}
            zone={viewer.zone}
            create={createOperatorKeyAction}
            revoke={revokeOperatorKeyAction}
            rotate={rotateOperatorKeyAction}
          />
        )}
      </div>
    </>
  );
}
