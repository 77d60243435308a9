import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { CheckResult } from "@/app/(seller)/factures/_components/check-result";
import { findClaimPage } from "@/db/queries/claim-page";
import { localeFrom } from "@/lib/i18n/locale";
import { currentTime } from "@/lib/server/clock";
import { checkDocument } from "@/lib/server/invoice-check/check-document";
import { expectationOf } from "@/lib/server/invoice-check/expectation";
import { requireSeller } from "@/lib/server/session";

type Props = { readonly params: Promise<{ readonly claimId: string; readonly documentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.check"))("title") };
}

/** Mention by mention, what an invoice given on a claim says, compared with the claim's order. */
export default async function CheckDocumentPage({ params }: Props) {
  const scope = await requireSeller();
  const { claimId, documentId } = await params;
  const id = z.uuid().safeParse(claimId);
  const page = id.success ? await findClaimPage(scope, id.data, currentTime()) : undefined;
  const document = page?.documents.find((one) => one.id === documentId && one.status === "verified");
  if (!page || !document) notFound();
  const [t, locale] = await Promise.all([getTranslations("invoices.check"), getLocale()]);
  const { order } = page.order;
  const sale = { order, totalCents: page.context.order.totalCents };
  const kind = document.kind === "credit_note" ? "credit_note" : "invoice";
  const checked = await checkDocument(scope, document.id, expectationOf(page.seller.legalIdentity, sale, kind));
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: `/reclamations/${page.claim.id}#documents`, label: t("claim") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="max-w-3xl">
        <Section id="resultat" title={document.fileName} lead={t("compared", { number: order.number })}>
          {checked ? (
            <CheckResult check={checked.check} pages={checked} locale={localeFrom(locale)} />
          ) : (
            <Alert kind="danger">{t("pdf_unreadable")}</Alert>
          )}
        </Section>
      </div>
    </>
  );
}
