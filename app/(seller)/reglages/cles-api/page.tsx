import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeySection } from "@/app/(account)/_components/api-key-section";
import { listApiKeys } from "@/db/queries/api-keys";
import { currentTime } from "@/lib/server/clock";
import { requireSeller, requireViewer } from "@/lib/server/session";
import { SettingsPage } from "../_components/settings-page";
import { createKeyAction, revokeKeyAction, rotateKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.api_keys"))("title") };
}

export default async function ApiKeysPage() {
  const [t, scope, viewer] = await Promise.all([
    getTranslations("members.api_keys"),
    requireSeller("owner"),
    requireViewer(),
  ]);
  return (
    <SettingsPage tab="api_keys" scope={scope}>
      <ApiKeySection
        lead={t("lead")}
        keys={await listApiKeys(scope, currentTime())}
        zone={viewer.zone}
        create={createKeyAction}
        revoke={revokeKeyAction}
        rotate={rotateKeyAction}
      />
    </SettingsPage>
  );
}
