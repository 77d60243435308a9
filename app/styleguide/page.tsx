import { Inbox, ListChecks, Package, Settings, ShoppingCart, Upload } from "lucide-react";
import { notFound } from "next/navigation";
import { AppShell, type NavItem } from "@/app/_components/app-shell";
import { MenuLink } from "@/app/_components/menu-link";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Button } from "@/app/_components/ui/button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { UserMenu } from "@/app/_components/user-menu";
import { Forms } from "./_components/forms";
import { Foundations } from "./_components/foundations";
import { Lists } from "./_components/lists";
import { Moments } from "./_components/moments";
import { States } from "./_components/states";

export const metadata = { title: "Composants", robots: { index: false } };

const NAV: readonly NavItem[] = [
  { href: "/styleguide", label: "Composants", icon: ListChecks },
  {
    href: "/styleguide#listes",
    label: "Réclamations",
    icon: Inbox,
    count: { value: 12, words: "12 à traiter" },
    exact: true,
  },
  { href: "/commandes", label: "Commandes", icon: ShoppingCart },
  { href: "/colis", label: "Colis", icon: Package },
  { href: "/imports", label: "Imports", icon: Upload },
  { href: "/reglages", label: "Réglages", icon: Settings },
];

/** Every component in every state, in the frame of signed-in pages. Development only; its sample words are not translated. */
export default function StyleguidePage() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <AppShell
      area="Atelier"
      homeHref="/styleguide"
      nav={NAV}
      userMenu={
        <UserMenu
          name="Camille Durand"
          detail="Agent · Maison Durand"
          links={
            <MenuLink href="/reglages" icon={Settings}>
              Réglages
            </MenuLink>
          }
          signOut={
            <Button variant="quiet" size="small">
              Se déconnecter
            </Button>
          }
        />
      }
    >
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/", label: "Accueil" }]} />}
        eyebrow="R-2026-000123"
        title="Composants"
        lead="Chaque composant dans chacun de ses états."
        actions={<Button variant="secondary">Action de page</Button>}
      />
      <div className="grid gap-6">
        <Foundations />
        <States />
        <Moments />
        <Forms />
        <Lists />
      </div>
    </AppShell>
  );
}
