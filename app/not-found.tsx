import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "./_components/public-shell";
import { LinkButton } from "./_components/ui/link-button";
import { PageHeader } from "./_components/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ui.not_found");
  return { title: t("title") };
}

export default async function NotFound() {
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
