import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "./_components/public-shell";
import { LinkButton } from "./_components/ui/link-button";
import { PageHeader } from "./_components/ui/page-header";
import { DeadLink } from "./(customer)/lien-perdu/_components/dead-link";

export async function generateMetadata(): Promise<Metadata> {
  if (await isCustomerLink())
    return { title: (await getTranslations("lostLink"))("dead_title"), robots: { index: false } };
  const t = await getTranslations("ui.not_found");
  return { title: t("title") };
}

export default async function NotFound() {
  if (await isCustomerLink()) return <DeadLink />;
  const t = await getTranslations("ui.not_found");
  return (
    <PublicShell>
      <PageHeader eyebrow="404" title={t("title")} lead={t("lead")} />
      <p className="flex flex-wrap gap-3">
        <LinkButton href="/">{t("home")}</LinkButton>
        <LinkButton href="/reclamation" variant="secondary">
          {t("report")}
        </LinkButton>
      </p>
    </PublicShell>
  );
}

/** The address that was asked for, before proxy.ts led a dead link here. */
async function isCustomerLink(): Promise<boolean> {
  return (await headers()).get("x-path")?.startsWith("/suivi") ?? false;
}
