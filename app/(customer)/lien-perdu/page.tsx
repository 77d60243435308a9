import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findMarketplace } from "@/db/queries/marketplace";
import { entryScope } from "@/lib/server/scope";
import { LostLinkForm } from "./_components/lost-link-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lostLink"))("title"), robots: { index: false } };
}

export default async function LostLinkPage() {
  const [t, marketplace] = await Promise.all([getTranslations("lostLink"), findMarketplace(entryScope())]);
  return (
    <PublicShell>
      <div className="max-w-3xl text-[1.0625rem]">
        <PageHeader title={t("title")} lead={t("lead")} />
        <LostLinkForm />
        {marketplace && (
          <p className="mt-6">{t("no_email", { marketplace: marketplace.name, contact: marketplace.contactEmail })}</p>
        )}
        <p>
          <Link href="/reclamation" className="prose-link inline-flex min-h-11 items-center">
            {t("new_claim")}
          </Link>
        </p>
      </div>
    </PublicShell>
  );
}
