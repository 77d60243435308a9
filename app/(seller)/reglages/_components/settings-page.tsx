import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Tabs } from "@/app/_components/ui/tabs";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import type { SellerScope } from "@/lib/auth/scope";
import { mayHandleClaims } from "@/lib/claims/permissions";

const TABS = {
  identity: "/reglages",
  invoicing: "/reglages/facturation",
  returns: "/reglages/retours",
  templates: "/reglages/modeles",
  after_sales: "/reglages/service-client",
  members: "/reglages/membres",
  api_keys: "/reglages/cles-api",
  calendar: "/reglages/calendrier",
} as const;
type SettingsTab = keyof typeof TABS;

/** The parts only an owner has anything to do in. */
const OWNERS_ONLY: readonly SettingsTab[] = ["api_keys"];
/** The parts of whoever answers. */
const ANSWERERS: readonly SettingsTab[] = ["templates"];
/** The parts that are the reader's own, whatever their role. */
const OWN: readonly SettingsTab[] = ["calendar"];

type Props = { readonly tab: SettingsTab; readonly scope: SellerScope; readonly children: ReactNode };

/** Title and parts of the settings; says so when the reader may only look. */
export async function SettingsPage({ tab, scope, children }: Props) {
  const t = await getTranslations("settings");
  const isOwner = mayAdministerSeller(scope);
  const mayWrite = isOwner || OWN.includes(tab) || (ANSWERERS.includes(tab) && mayHandleClaims(scope));
  const parts: readonly SettingsTab[] = [
    "identity",
    "invoicing",
    "returns",
    "templates",
    "after_sales",
    "members",
    "api_keys",
    "calendar",
  ];
  const tabs = parts
    .filter((part) => isOwner || !OWNERS_ONLY.includes(part))
    .map((part) => ({ href: TABS[part], label: t(`tabs.${part}`), isCurrent: part === tab }));
  return (
    <>
      <PageHeader title={t("title")} />
      <Tabs label={t("tabs_label")} tabs={tabs} />
      {!mayWrite && <Alert className="mb-stack">{t("read_only")}</Alert>}
      {children}
    </>
  );
}
