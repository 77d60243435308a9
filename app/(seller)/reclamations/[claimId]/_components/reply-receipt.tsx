import { useTranslations } from "next-intl";
import type { ListedReceipt } from "@/db/queries/journal-proofs";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "./reader";

type Props = { readonly claimId: string; readonly receipt: ListedReceipt; readonly reader: Reader };

/** What proves that an answer was sent: the hash of its event, and since when a root of the journal holds it. */
export function ReplyReceipt({ claimId, receipt, reader }: Props) {
  const t = useTranslations("claim.receipt");
  const { hash, replyId, sealedOn } = receipt;
  return (
    <p className="mt-3 border-line border-t pt-2 text-ink-muted text-sm">
      <a className="prose-link" href={`/api/claims/${claimId}/recu/${replyId}`} download>
        {t("name")}
      </a>{" "}
      <code title={hash}>{hash.slice(0, 12)}</code>
      {" · "}
      {sealedOn === null ? t("not_sealed") : t("sealed", { day: formatDay(sealedOn, reader.locale) })}
    </p>
  );
}
