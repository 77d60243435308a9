import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { findMail } from "@/db/queries/mails";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { isRetryable } from "@/lib/notifications/mail-status";
import { withMaskedLinks } from "@/lib/notifications/placeholder";
import { canSendMail } from "@/lib/server/mail/transport";
import { requireAdmin } from "@/lib/server/session";
import { MailStatusBadge } from "../_components/mail-status-badge";
import { retryMailAction } from "../actions";

type Props = { readonly params: Promise<{ readonly mailId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mails"))("title") };
}

export default async function MailPage({ params }: Props) {
  const [t, format, scope, { mailId }] = await Promise.all([
    getTranslations("admin.mails"),
    readerFormat(),
    requireAdmin(),
    params,
  ]);
  const mail = z.uuid().safeParse(mailId).success ? await findMail(scope, mailId) : undefined;
  if (!mail) notFound();
  const at = (instant: Instant) => format.instant(toDate(instant));
  const mayRetry = mayAdministerMarketplace(scope) && canSendMail() && isRetryable(mail.status);
  return (
    <>
      <PageHeader
        title={mail.subject ?? t("not_written")}
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/courriels", label: t("title") }]} />}
        actions={<MailStatusBadge status={mail.status} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Section id="message" title={t("body")}>
          <p className="max-w-prose whitespace-pre-wrap">
            {mail.bodyText ? withMaskedLinks(mail.bodyText, t("masked")) : t("not_written")}
          </p>
        </Section>
        <Section id="envoi" title={t("status")}>
          <DescriptionList
            look="stacked"
            facts={[
              { term: t("recipient"), value: mail.recipient },
              ...(mail.replyTo ? [{ term: t("reply_to"), value: mail.replyTo }] : []),
              { term: t("createdAt"), value: at(mail.createdAt) },
              ...(mail.sentAt ? [{ term: t("sentAt"), value: at(mail.sentAt) }] : []),
              { term: t("attempts"), value: format.number(mail.attempts) },
              ...(mail.lastError ? [{ term: t("error"), value: mail.lastError }] : []),
            ]}
          />
          {mayRetry && (
            <ActionForm
              id="form-renvoi"
              action={retryMailAction}
              done={t("retried")}
              reasons={{ mail_not_retryable: t("reasons.mail_not_retryable") }}
              className="mt-stack"
            >
              <input type="hidden" name="mailId" value={mail.id} />
              <SubmitButton variant="secondary">{t("retry")}</SubmitButton>
            </ActionForm>
          )}
        </Section>
      </div>
    </>
  );
}
