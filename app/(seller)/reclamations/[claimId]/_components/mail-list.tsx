import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { MailStatusBadge } from "@/app/(admin)/courriels/_components/mail-status-badge";
import type { ClaimMail } from "@/db/queries/mails";
import { formatInstant } from "@/lib/i18n/format";
import { retryMailAction } from "../actions";
import type { Reader } from "./reader";

type Props = { readonly mails: readonly ClaimMail[]; readonly reader: Reader; readonly mayWrite: boolean };

/** What did not arrive is sent again from here; any other mail, from its own page. */
const LOST: readonly ClaimMail["status"][] = ["failed", "bounced"];

/** Mails to the customer, each with what became of it. */
export async function MailList({ mails, reader, mayWrite }: Props) {
  const t = await getTranslations("claim.mails");
  return (
    <ul className="divide-y divide-line">
      {mails.map((mail) => (
        <li key={mail.id} className="grid gap-1 py-2 first:pt-0">
          <a href={`/reclamations/courriels/${mail.id}`} className="prose-link justify-self-start font-semibold">
            {mail.subject ?? t("not_written")}
          </a>
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
            <MailStatusBadge status={mail.status} />
            {formatInstant(new Date(mail.createdAt), reader.zone, reader.locale, "short")}
          </p>
          {mayWrite && LOST.includes(mail.status) && <RetryForm mailId={mail.id} />}
        </li>
      ))}
    </ul>
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
