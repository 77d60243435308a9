import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { FileField } from "@/app/_components/ui/file-field";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { localeFrom } from "@/lib/i18n/locale";
import { CHECK_COOKIE, readKeptResult } from "@/lib/server/invoice-check/kept-result";
import { CHECK_REFUSALS } from "@/lib/server/invoice-check/receive-invoice";
import { requireSeller } from "@/lib/server/session";
import { CheckResult } from "../_components/check-result";

type Props = { readonly searchParams: Promise<Readonly<Record<string, unknown>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.check"))("title") };
}

/** « Un doute sur la conformité de votre document ? » Any PDF, alone or beside an order. */
export default async function CheckInvoicePage({ searchParams }: Props) {
  await requireSeller();
  const [t, { refus, resultat, commande }, jar, locale] = await Promise.all([
    getTranslations("invoices.check"),
    searchParams,
    cookies(),
    getLocale(),
  ]);
  const refusal = CHECK_REFUSALS.find((reason) => reason === refus);
  const result = resultat === "oui" ? readKeptResult(jar.get(CHECK_COOKIE)?.value) : undefined;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/factures", label: t("invoices") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="grid max-w-3xl gap-6">
        {refusal && (
          <Alert kind="danger" announce>
            {t(`upload_refusals.${refusal}`)}
          </Alert>
        )}
        {result && (
          <Section
            id="resultat"
            title={result.fileName}
            lead={result.orderNumber ? t("compared", { number: result.orderNumber }) : t("not_compared")}
          >
            <CheckResult check={result.check} pages={result} locale={localeFrom(locale)} />
          </Section>
        )}
        <Section id="fichier" title={t(result ? "another" : "file")}>
          <form action="/api/factures/verifier" method="post" encType="multipart/form-data" className="grid gap-stack">
            <TextField
              name="commande"
              label={t("order")}
              hint={t("order_hint")}
              maxLength={80}
              width="half"
              defaultValue={typeof commande === "string" ? commande : (result?.orderNumber ?? "")}
            />
            <FileField
              name="fichier"
              label={t("pdf")}
              hint={t("pdf_hint")}
              accept=".pdf,application/pdf"
              required
              hideOptional
            />
            <SubmitButton className="justify-self-start">{t("check")}</SubmitButton>
          </form>
        </Section>
      </div>
    </>
  );
}
