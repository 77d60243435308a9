import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { uploadReason } from "@/lib/evidence/upload-reason";

/** What became of a form sent without JavaScript: the page's own `?envoi=` parameter. */
export async function UploadResult({ result }: { readonly result: string | readonly string[] | undefined }) {
  const t = await getTranslations("upload");
  if (result === "received") {
    return (
      <Alert kind="success" announce title={t("result.received_title")}>
        {t("result.received")}
      </Alert>
    );
  }
  const reason = typeof result === "string" ? uploadReason(result) : undefined;
  if (!reason) return null;
  return (
    <Alert kind="danger" announce title={t("result.refused_title")}>
      {t(`reasons.${reason}`)}
    </Alert>
  );
}
