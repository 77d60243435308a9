import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { findStatement } from "@/lib/server/withdrawal-statement";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("withdrawal"))("done_title"), robots: { index: false } };
}

type Props = { readonly params: Promise<{ readonly token: string }> };

/** The acknowledgement: what was typed, its day and its time, and nothing the order could tell. */
export default async function WithdrawalReceivedPage({ params }: Props) {
  const { token } = await params;
  const [t, locale, statement] = await Promise.all([getTranslations("withdrawal"), getLocale(), findStatement(token)]);
  if (!statement) notFound();
  return (
    <PublicShell>
      <PageHeader title={t("done_title")} />
      <div className="grid max-w-3xl gap-6 text-[1.0625rem]">
        <Alert
          kind="success"
          title={t("done_at", { at: formatInstant(toDate(statement.sentAt), STATEMENT_ZONE, locale) })}
        >
          <p>{t("done_mail")}</p>
          <p>{t("done_print")}</p>
        </Alert>
        <Section id="declaration" title={t("you_declare")}>
          <DescriptionList
            facts={[
              { term: t("name"), value: statement.name },
              { term: t("order_number"), value: statement.orderNumber },
              { term: t("email"), value: statement.email },
            ]}
          />
          <p className="mt-stack whitespace-pre-line border-t border-line pt-3">{statement.text}</p>
          <p className="no-print mt-stack">
            <LinkButton href={`/retractation/accuse/${token}`} download prefetch={false}>
              <Download aria-hidden />
              {t("pdf")}
            </LinkButton>
          </p>
        </Section>
        <Section id="ensuite" title={t("done_next")}>
          <p className="max-w-prose">{t("done_steps")}</p>
        </Section>
      </div>
    </PublicShell>
  );
}
