import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { findMail } from "@/db/queries/mails";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { isRetryable } from "@/lib/notifications/mail-status";
import { canSendMail } from "@/lib/server/mail/transport";
import { requireAdmin } from "@/lib/server/session";
import { MailView } from "../_components/mail-view";
import { reportBounceAction, retryMailAction } from "../actions";

type Props = { readonly params: Promise<{ readonly mailId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mails"))("title") };
}

export default async function MailPage({ params }: Props) {
  const [t, scope, { mailId }] = await Promise.all([getTranslations("admin.mails"), requireAdmin(), params]);
  const mail = z.uuid().safeParse(mailId).success ? await findMail(scope, mailId) : undefined;
  if (!mail) notFound();
  const mayAct = mayAdministerMarketplace(scope) && canSendMail();
  return (
    <MailView mail={mail} back={{ href: "/courriels", label: t("title") }}>
      {mayAct && isRetryable(mail.status) && <RetryForm mailId={mail.id} />}
      {mayAct && mail.status === "sent" && <BounceForm mailId={mail.id} />}
    </MailView>
  );
}

async function RetryForm({ mailId }: { readonly mailId: string }) {
  const t = await getTranslations("admin.mails");
  return (
    <ActionForm
      id="form-renvoi"
      action={retryMailAction}
      done={t("retried")}
      reasons={{ mail_not_retryable: t("reasons.mail_not_retryable") }}
      className="mt-stack"
    >
      <input type="hidden" name="mailId" value={mailId} />
      <SubmitButton variant="secondary">{t("retry")}</SubmitButton>
    </ActionForm>
  );
}

/** A return reaches the sender's mailbox, which this product does not read: who reads it says so here. */
async function BounceForm({ mailId }: { readonly mailId: string }) {
  const t = await getTranslations("admin.mails.bounce");
  return (
    <Disclosure summary={t("title")}>
      <p className="mb-2">{t("lead")}</p>
      <ActionForm
        id="form-retour"
        action={reportBounceAction}
        reasons={{ mail_not_sent: t("mail_not_sent") }}
        labels={{ reason: t("reason") }}
        className="grid gap-stack"
      >
        <input type="hidden" name="mailId" value={mailId} />
        <TextField name="reason" label={t("reason")} hint={t("reason_hint")} maxLength={500} required />
        <div>
          <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}
