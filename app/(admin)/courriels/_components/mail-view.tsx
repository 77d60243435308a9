import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import type { findMail } from "@/db/queries/mails";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { withMaskedLinks } from "@/lib/notifications/placeholder";
import { MailStatusBadge } from "./mail-status-badge";

type Props = {
  readonly mail: NonNullable<Awaited<ReturnType<typeof findMail>>>;
  readonly back: { readonly href: string; readonly label: string };
  /** What the reader may do about it. */
  readonly children?: ReactNode;
};

/** One mail as staff reads it: word for word, what opens something masked, and what became of it. */
export async function MailView({ mail, back, children }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.mails"), readerFormat()]);
  const at = (instant: Instant) => format.instant(toDate(instant));
  return (
    <>
      <PageHeader
        title={mail.subject ?? t("not_written")}
        breadcrumbs={<Breadcrumbs crumbs={[back]} />}
        actions={<MailStatusBadge status={mail.status} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Section id="message" title={t("body")}>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
            {mail.bodyText ? withMaskedLinks(mail.bodyText, t("masked")) : t("not_written")}
          </p>
        </Section>
        <Section id="envoi" title={t("status")}>
          <DescriptionList
            look="stacked"
            facts={[
              { term: t("recipient"), value: <span className="wrap-anywhere">{mail.recipient}</span> },
              ...(mail.replyTo ? [{ term: t("reply_to"), value: mail.replyTo }] : []),
              { term: t("createdAt"), value: at(mail.createdAt) },
              ...(mail.sentAt ? [{ term: t("sentAt"), value: at(mail.sentAt) }] : []),
              { term: t("attempts"), value: format.number(mail.attempts) },
              ...(mail.lastError ? [{ term: t("error"), value: mail.lastError }] : []),
            ]}
          />
          {children}
        </Section>
      </div>
    </>
  );
}
