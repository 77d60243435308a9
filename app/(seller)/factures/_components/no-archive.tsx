import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { formatMonth } from "@/lib/i18n/format";

/** Why an archive that was asked for holds nothing, as the address tells it. */
export async function NoArchive({ why, month }: { readonly why: unknown; readonly month: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations("invoices.list"), getLocale()]);
  const sentence = () => {
    if (why === "vide") return t("nothing_chosen");
    if (why === "introuvable") return t("archive_none");
    return why === "mois" && month ? t("archive_empty", { month: formatMonth(month, locale) }) : undefined;
  };
  const words = sentence();
  return words === undefined ? null : (
    <Alert kind="warning" announce className="mb-stack">
      {words}
    </Alert>
  );
}
