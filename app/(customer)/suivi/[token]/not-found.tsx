import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { PageHeader } from "@/app/_components/ui/page-header";
import { LostLinkForm } from "../../lien-perdu/_components/lost-link-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lostLink"))("dead_title") };
}

/** Unknown, ended or revoked: one page for all, which tells nothing and offers the way back. */
export default async function DeadLinkPage() {
  const t = await getTranslations("lostLink");
  return (
    <PublicShell>
      <div className="max-w-3xl text-[1.0625rem]">
        <PageHeader eyebrow="404" title={t("dead_title")} lead={t("dead_lead")} />
        <LostLinkForm />
      </div>
    </PublicShell>
  );
}
