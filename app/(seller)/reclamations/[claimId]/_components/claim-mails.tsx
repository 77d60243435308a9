import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import type { ClaimMail } from "@/db/queries/mails";
import { MailList } from "./mail-list";
import type { Reader } from "./reader";

type Props = {
  readonly claimId: string;
  /** The latest mails to the customer of this claim. */
  readonly mails: readonly ClaimMail[];
  readonly reader: Reader;
  readonly mayWrite: boolean;
};

/** What became of the latest mails to the customer; a long claim has many, and the others are a page of their own. */
export async function ClaimMails({ claimId, mails, reader, mayWrite }: Props) {
  const t = await getTranslations("claim.mails");
  const [latest] = mails;
  if (!latest) return null;
  return (
    <Section id="courriels" title={t("title")}>
      {latest.status === "bounced" && (
        <Alert kind="warning" title={t("bounced_title")} className="mb-3">
          <p>{t("bounced", { email: latest.recipient })}</p>
        </Alert>
      )}
      <MailList mails={mails} reader={reader} mayWrite={mayWrite} />
      {latest.total > mails.length && (
        <a href={`/reclamations/${claimId}/courriels`} className="prose-link mt-2 inline-block">
          {t("all", { count: latest.total })}
        </a>
      )}
    </Section>
  );
}
