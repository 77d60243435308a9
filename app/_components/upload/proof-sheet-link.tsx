import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";

/** The paper that sums up a proof of delivery, with the hash of its file. */
export function ProofSheetLink({ address }: { readonly address: string }) {
  const t = useTranslations("upload.documents");
  return (
    <p>
      <a href={`${address}/fiche`} download className="prose-link inline-flex min-h-6 items-center gap-1.5">
        <FileText aria-hidden className="size-4" />
        {t("proof_sheet")}
      </a>
    </p>
  );
}
