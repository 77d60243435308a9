import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";

/** An invitation that was used, taken back, or whose days have passed. */
export async function ClosedInvitation() {
  const t = await getTranslations("auth.invitation");
  return <PageHeader eyebrow="404" title={t("closed_title")} lead={t("closed")} />;
}

/** A link to choose a new password, used or too old. */
export async function ClosedReset() {
  const t = await getTranslations("auth.reset");
  return (
    <>
      <PageHeader eyebrow="404" title={t("closed_title")} lead={t("closed")} />
      <LinkButton href="/mot-de-passe-oublie">{t("again")}</LinkButton>
    </>
  );
}
