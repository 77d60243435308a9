import { CalendarDays, ChartColumn, LifeBuoy, ListTodo, Mail, PackageX, ShieldCheck, Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import { AccountMenu } from "@/app/(auth)/_components/account-menu";
import type { Viewer } from "@/lib/server/session";

type Props = { readonly viewer: Viewer; readonly children: ReactNode };

/** The frame of the operator's pages. */
export async function AdminShell({ viewer, children }: Props) {
  const t = await getTranslations("admin");
  return (
    <AppShell
      area={t("area")}
      homeHref="/conformite"
      nav={[
        { href: "/conformite", label: t("nav.compliance"), icon: ChartColumn },
        { href: "/vendeurs", label: t("nav.sellers"), icon: Store },
        { href: "/a-rattacher", label: t("nav.queue"), icon: ListTodo },
        { href: "/aides-demandees", label: t("nav.help"), icon: LifeBuoy },
        { href: "/livraisons-contestees", label: t("nav.contests"), icon: PackageX },
        { href: "/place-de-marche", label: t("nav.marketplace"), icon: ShieldCheck },
        { href: "/calendriers", label: t("nav.calendars"), icon: CalendarDays },
        { href: "/courriels", label: t("nav.mails"), icon: Mail },
      ]}
      userMenu={<AccountMenu viewer={viewer} area="operator" />}
    >
      {children}
    </AppShell>
  );
}
