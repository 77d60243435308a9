import { ShieldCheck, Store, UserCog } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MenuLink } from "@/app/_components/menu-link";
import { UserMenu } from "@/app/_components/user-menu";
import type { Viewer } from "@/lib/server/session";
import { SignOutForm } from "./sign-out-form";

type Props = { readonly viewer: Viewer; readonly area: "seller" | "operator" };

/** Who is signed in, their account, the other part of the product when they have one, and the way out. */
export async function AccountMenu({ viewer, area }: Props) {
  const t = await getTranslations();
  return (
    <UserMenu
      name={viewer.name}
      detail={await detailOf(viewer, area)}
      links={
        <>
          <MenuLink href="/compte" icon={UserCog}>
            {t("settings.account")}
          </MenuLink>
          {area === "seller" && viewer.operatorRole && (
            <MenuLink href="/conformite" icon={ShieldCheck}>
              {t("settings.to_operator")}
            </MenuLink>
          )}
          {area === "operator" && viewer.seller && (
            <MenuLink href="/reclamations" icon={Store}>
              {t("admin.to_seller")}
            </MenuLink>
          )}
        </>
      }
      signOut={<SignOutForm variant="quiet" size="small" />}
    />
  );
}

async function detailOf({ email, operatorRole, seller }: Viewer, area: Props["area"]): Promise<string> {
  const t = await getTranslations("auth");
  if (area === "operator" && operatorRole) return `${t(`operator_roles.${operatorRole}`)} · ${email}`;
  return seller ? `${t(`roles.${seller.role}`)} · ${email}` : email;
}
