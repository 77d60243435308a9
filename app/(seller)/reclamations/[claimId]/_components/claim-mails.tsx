import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { MailStatusBadge } from "@/app/(admin)/courriels/_components/mail-status-badge";
import type { ClaimMail } from "@/db/queries/mails";
import { formatInstant } from "@/lib/i18n/format";
import { isRetryable } from "@/lib/notifications/mail-status";
import { retryMailAction } from "../actions";
import type { Reader } from "./reader";

type Props = { readonly mails: readonly ClaimMail[]; readonly reader: Reader; readonly mayWrite: boolean };

/** The mails to the customer of this claim: what became of each, and the way to send again what did not arrive. */
export async function ClaimMails({ mails, reader, mayWrite }: Props) {
  const t = await getTranslations("claim.mails");
  const own = mails.filter(({ isForCustomer }) => isForCustomer);
  if (own.length === 0) return null;
  return (
    <Section id="courriels" title={t("title")}>
      {own[0]?.status === "bounced" && (
        <Alert kind="warning" title={t("bounced_title")} className="mb-3">
          <p>{t("bounced", { email: own[0].recipient })}</p>
        </Alert>
      )}
      <Disclosure summary={t("summary", { count: own.length })}>
        <ul className="divide-y divide-line">
          {own.map((mail) => (
            <li key={mail.id} className="grid gap-1 py-2">
              <a href={`/reclamations/courriels/${mail.id}`} className="prose-link font-semibold">
                {mail.subject ?? t("not_written")}
              </a>
              <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
                <MailStatusBadge status={mail.status} />
                {formatInstant(new Date(mail.createdAt), reader.zone, reader.locale, "short")}
              </p>
              {mayWrite && isRetryable(mail.status) && <RetryForm mailId={mail.id} />}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  );
}

export async function RetryForm({ mailId }: { readonly mailId: string }) {
  const t = await getTranslations("claim.mails");
  return (
    <ActionForm
      id={`renvoi-${mailId}`}
      action={retryMailAction}
      done={t("retried")}
      reasons={{ mail_not_retryable: t("not_retryable") }}
    >
      <input type="hidden" name="mailId" value={mailId} />
      <SubmitButton variant="secondary" size="small">
        {t("retry")}
      </SubmitButton>
    </ActionForm>
  );
}
