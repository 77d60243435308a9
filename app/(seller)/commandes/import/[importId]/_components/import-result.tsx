import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ImportDetails } from "@/db/queries/imports";
import { formatNumber } from "@/lib/i18n/format";

type Props = { readonly file: ImportDetails; readonly status: "done" | "failed" };

/** What the file did. */
export async function ImportResult({ file, status }: Props) {
  const [t, locale] = await Promise.all([getTranslations("import.result"), getLocale()]);
  const { createdCount, updatedCount, unchangedCount, doneCount } = file;
  const refused = doneCount - createdCount - updatedCount - unchangedCount;
  return (
    <Section id="resultat" title={t("title")}>
      <div className="grid gap-stack">
        <Alert kind={status === "done" ? "success" : "danger"} title={t(`${status}.title`)} announce>
          <p>{t(`${status}.text`)}</p>
        </Alert>
        <DescriptionList
          facts={[
            { term: t("created"), value: formatNumber(createdCount, locale) },
            { term: t("updated"), value: formatNumber(updatedCount, locale) },
            { term: t("unchanged"), value: formatNumber(unchangedCount, locale) },
            ...(refused > 0 ? [{ term: t("refused"), value: formatNumber(refused, locale) }] : []),
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/commandes">{t("see_orders")}</LinkButton>
          <LinkButton href="/commandes/import" variant="secondary">
            {t("other_file")}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}
