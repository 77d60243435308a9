import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Card } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { toDate } from "@/lib/calendar/instant";
import { dayIn, formatDay, formatInstant } from "@/lib/i18n/format";
import { findOrderChoice } from "@/lib/server/order-choice-link";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { chooseOrderAction } from "./actions";

type Props = { readonly params: Promise<{ readonly orderId: string; readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publicClaim.choice"))("title"), robots: { index: false } };
}

/** One of several orders a claim may be about. Reading it changes nothing: the button says which one it is. */
export default async function OrderChoicePage({ params }: Props) {
  const { orderId, token } = await params;
  const [t, situations, locale, choice] = await Promise.all([
    getTranslations("publicClaim.choice"),
    getTranslations("publicClaim.situations"),
    getLocale(),
    findOrderChoice(orderId, token),
  ]);
  if (!choice) notFound();
  const { order, submission } = choice;
  return (
    <PublicShell>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-6 text-[1.0625rem]">
        <Card>
          <DescriptionList
            facts={[
              { term: t("seller"), value: order.sellerName },
              { term: t("number"), value: order.number },
              { term: t("placed"), value: formatDay(dayIn(toDate(order.placedAt), STATEMENT_ZONE), locale) },
              { term: t("sent"), value: formatInstant(toDate(submission.submittedAt), STATEMENT_ZONE, locale) },
              { term: t("situation"), value: situations(`${submission.situation}.title`) },
              { term: t("message"), value: <span className="whitespace-pre-line">{submission.message}</span> },
            ]}
          />
          <ActionForm
            id="choix"
            action={chooseOrderAction}
            reasons={{ link_dead: t("reasons.link_dead"), not_possible: t("reasons.not_possible") }}
            className="mt-stack"
          >
            <input type="hidden" name="orderId" value={orderId} />
            <input type="hidden" name="token" value={token} />
            <SubmitButton size="large">{t("confirm")}</SubmitButton>
          </ActionForm>
        </Card>
        <p>{t("other")}</p>
      </div>
    </PublicShell>
  );
}
