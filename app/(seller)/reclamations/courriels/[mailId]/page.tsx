import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { MailStatusBadge } from "@/app/(admin)/courriels/_components/mail-status-badge";
import { findMail } from "@/db/queries/mails";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { readerFormat } from "@/lib/i18n/reader-format";
import { isRetryable } from "@/lib/notifications/mail-status";
import { withMaskedLinks } from "@/lib/notifications/placeholder";
import { requireSeller } from "@/lib/server/session";
import { RetryForm } from "../../[claimId]/_components/claim-mails";

type Props = { readonly params: Promise<{ readonly mailId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claim.mails"))("title") };
}

/** A mail about a claim as its seller may read it: word for word, the customer's link masked. */
export default async function ClaimMailPage({ params }: Props) {
  const [t, words, format, scope, { mailId }] = await Promise.all([
    getTranslations("claim.mails"),
    getTranslations("admin.mails"),
    readerFormat(),
    requireSeller(),
    params,
  ]);
  const mail = z.uuid().safeParse(mailId).success ? await findMail(scope, mailId) : undefined;
  if (!mail?.claimId) notFound();
  const at = (instant: Instant) => format.instant(toDate(instant));
  return (
    <>
      <PageHeader
        title={mail.subject ?? words("not_written")}
        breadcrumbs={<Breadcrumbs crumbs={[{ href: `/reclamations/${mail.claimId}`, label: t("claim") }]} />}
        actions={<MailStatusBadge status={mail.status} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Section id="message" title={words("body")}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
            {mail.bodyText ? withMaskedLinks(mail.bodyText, words("masked")) : words("not_written")}
          </p>
        </Section>
        <Section id="envoi" title={words("status")}>
          <DescriptionList
            look="stacked"
            facts={[
              { term: words("recipient"), value: mail.recipient },
              ...(mail.replyTo ? [{ term: words("reply_to"), value: mail.replyTo }] : []),
              { term: words("createdAt"), value: at(mail.createdAt) },
              ...(mail.sentAt ? [{ term: words("sentAt"), value: at(mail.sentAt) }] : []),
              ...(mail.lastError ? [{ term: words("error"), value: mail.lastError }] : []),
            ]}
          />
          {mayHandleClaims(scope) && isRetryable(mail.status) && (
            <div className="mt-stack">
              <RetryForm mailId={mailId} />
            </div>
          )}
        </Section>
      </div>
    </>
  );
}
