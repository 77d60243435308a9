import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";

/** Unknown, ended or revoked: the same words for all, which tell nothing and offer the way back. */
export async function DeadLink() {
  const t = await getTranslations("lostLink");
  return (
    <PublicShell>
      <div className="max-w-3xl text-[1.0625rem]">
        <PageHeader eyebrow="404" title={t("dead_title")} lead={t("dead_lead")} />
        <p className="flex flex-wrap gap-3">
          <LinkButton href="/lien-perdu" size="large">
            {t("title")}
          </LinkButton>
          <LinkButton href="/reclamation" variant="secondary" size="large">
            {t("new_claim")}
          </LinkButton>
        </p>
      </div>
    </PublicShell>
  );
}
