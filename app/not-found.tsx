import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "./_components/public-shell";
import { LinkButton } from "./_components/ui/link-button";
import { PageHeader } from "./_components/ui/page-header";
import { ClosedInvitation, ClosedReset } from "./(auth)/_components/closed-link";
import { DeadLink } from "./(customer)/lien-perdu/_components/dead-link";

export async function generateMetadata(): Promise<Metadata> {
  const robots = { index: false };
  switch (await askedFor()) {
    case "suivi":
      return { title: (await getTranslations("lostLink"))("dead_title"), robots };
    case "invitation":
      return { title: (await getTranslations("auth.invitation"))("closed_title"), robots };
    case "reinitialiser":
      return { title: (await getTranslations("auth.reset"))("closed_title"), robots };
    case "other":
      return { title: (await getTranslations("ui.not_found"))("title") };
  }
}

export default async function NotFound() {
  const place = await askedFor();
  if (place === "suivi") return <DeadLink />;
  if (place === "other") return <NoSuchPage />;
  return (
    <PublicShell variant="bare">
      <div className="mx-auto max-w-md">{place === "invitation" ? <ClosedInvitation /> : <ClosedReset />}</div>
    </PublicShell>
  );
}

async function NoSuchPage() {
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

const DEAD_ENDS = ["suivi", "invitation", "reinitialiser"] as const;

/** The address that was asked for, before proxy.ts led a dead link here. */
async function askedFor(): Promise<(typeof DEAD_ENDS)[number] | "other"> {
  const path = (await headers()).get("x-path") ?? "";
  if (path.startsWith("/reclamation/commande")) return "suivi";
  const place = path.split(/[/?]/)[1];
  return DEAD_ENDS.find((known) => known === place) ?? "other";
}
