import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { toDate } from "@/lib/calendar/instant";
import { dayIn, formatDay } from "@/lib/i18n/format";
import { type CustomerPage, openCustomerPage } from "@/lib/server/customer-page";
import { AbsenceNotice } from "./_components/absence-notice";
import { ClaimCard } from "./_components/claim-card";
import { CustomerFrame } from "./_components/customer-frame";
import { DocumentsSection } from "./_components/documents-section";
import { ParcelSection } from "./_components/parcel-section";
import { doneWord, overtakenWord } from "./done";

type Props = {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await openCustomerPage((await params).token);
  const t = await getTranslations("customer");
  const title = page
    ? t("order", { number: page.space.order.order.number })
    : (await getTranslations("lostLink"))("dead_title");
  return { title, robots: { index: false, follow: false } };
}

/** What the customer's link opens: the order with its claims. Reading it changes nothing. */
export default async function FollowPage({ params, searchParams }: Props) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const page = await openCustomerPage(token);
  if (!page) notFound();
  const t = await getTranslations("customer");
  const { space, reader } = page;
  const { order } = space.order;
  return (
    <CustomerFrame space={space}>
      <PageHeader
        eyebrow={t("order", { number: order.number })}
        title={t("title", { seller: space.seller.name })}
        lead={t("placed", { day: formatDay(dayIn(toDate(order.placedAt), reader.zone), reader.locale) })}
      />
      <div className="grid grid-cols-1 gap-6">
        <Done page={page} word={query.fait} />
        <AbsenceNotice page={page} />
        {space.claims.length === 0 && <p>{t("no_claim")}</p>}
        {openFirst(space.claims).map((shown) => (
          <ClaimCard key={shown.claim.id} page={page} shown={shown} />
        ))}
        <ParcelSection page={page} />
        <DocumentsSection page={page} />
        {space.withdrawable.length > 0 && <WithdrawSection token={token} />}
        <div className="no-print">
          <Link
            href={`/reclamation?commande=${encodeURIComponent(order.number)}`}
            className="prose-link inline-flex min-h-11 items-center"
          >
            {t("other_problem")}
          </Link>
          <Disclosure summary={t("recorded.title")}>
            <p>{t("recorded.lead")}</p>
            <Link href="/confidentialite" className="prose-link inline-flex min-h-11 items-center">
              {t("recorded.link")}
            </Link>
          </Disclosure>
        </div>
      </div>
    </CustomerFrame>
  );
}

async function Done({ page, word }: { readonly page: CustomerPage; readonly word: unknown }) {
  const done = doneWord(word);
  if (!done) return null;
  const t = await getTranslations("customer.done");
  const { seller, marketplace } = page.space;
  return (
    <div id="fait" className="no-print scroll-mt-4">
      <Alert kind={overtakenWord(done) ? "info" : "success"} announce>
        {t(done, { seller: seller.name, marketplace: marketplace.name })}
      </Alert>
    </div>
  );
}

async function WithdrawSection({ token }: { readonly token: string }) {
  const t = await getTranslations("customer.withdraw");
  return (
    <Section id="retractation" title={t("title")} className="no-print">
      <p className="mb-3">{t("lead")}</p>
      <LinkButton href={`/suivi/${token}/retractation`} prefetch={false} variant="secondary">
        {t("action")}
      </LinkButton>
    </Section>
  );
}

function openFirst(claims: CustomerPage["space"]["claims"]) {
  const isClosed = (shown: (typeof claims)[number]) => shown.claim.state === "closed";
  return [...claims.filter((shown) => !isClosed(shown)), ...claims.filter(isClosed)];
}
