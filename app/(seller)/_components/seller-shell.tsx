import { ChartColumn, Inbox, Package, Receipt, Settings, Upload } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import { Alert } from "@/app/_components/ui/alert";
import { AccountMenu } from "@/app/(auth)/_components/account-menu";
import type { Membership } from "@/db/queries/sessions";
import type { Viewer } from "@/lib/server/session";
import { LookNotice } from "./look-notice";
import { SellerSwitcher } from "./seller-switcher";

type Props = { readonly viewer: Viewer & { readonly seller: Membership }; readonly children: ReactNode };

/** The frame of a seller's pages. */
export async function SellerShell({ viewer, children }: Props) {
  const t = await getTranslations("settings");
  const { seller } = viewer;
  return (
    <AppShell
      area={seller.name}
      homeHref="/reclamations"
      nav={[
        { href: "/reclamations", label: t("nav.claims"), icon: Inbox },
        { href: "/commandes", label: t("nav.orders"), icon: Package, exact: true },
        { href: "/factures", label: t("nav.invoices"), icon: Receipt },
        { href: "/ma-conformite", label: t("nav.compliance"), icon: ChartColumn },
        { href: "/commandes/import", label: t("nav.import"), icon: Upload },
        { href: "/reglages", label: t("nav.settings"), icon: Settings },
      ]}
      switcher={<SellerSwitcher current={seller} sellers={viewer.isLook ? [seller] : viewer.memberships} />}
      userMenu={<AccountMenu viewer={viewer} area="seller" />}
      banner={
        (viewer.isLook || seller.status === "suspended") && (
          <div className="mx-auto grid w-full max-w-7xl gap-3 px-4 pt-4 md:px-6">
            {viewer.isLook && <LookNotice seller={seller.name} />}
            {seller.status === "suspended" && <Alert kind="warning">{t("suspended")}</Alert>}
          </div>
        )
      }
    >
      {children}
    </AppShell>
  );
}
