import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { FileField } from "@/app/_components/ui/file-field";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { listImports } from "@/db/queries/imports";
import { mayImportOrders } from "@/lib/orders/permissions";
import { FILE_REFUSALS } from "@/lib/server/csv/receive-order-file";
import { requireSeller } from "@/lib/server/session";
import { ColumnGuide } from "./_components/column-guide";
import { DeedsSection } from "./_components/deeds-section";
import { LastImports } from "./_components/last-imports";

type Props = { readonly searchParams: Promise<{ readonly refus?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

/** Choose an order file; what is in it is shown before anything is written. */
export default async function ImportPage({ searchParams }: Props) {
  const scope = await requireSeller();
  const [t, { refus }, files] = await Promise.all([getTranslations("import"), searchParams, listImports(scope)]);
  const refusal = FILE_REFUSALS.find((reason) => reason === refus);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/commandes", label: t("all_orders") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="grid gap-stack">
        {refusal && (
          <Alert kind="danger" announce title={t(`refusals.${refusal}.title`)}>
            <p>{t(`refusals.${refusal}.text`)}</p>
          </Alert>
        )}
        <Section
          id="fichier"
          title={t("file.title")}
          actions={
            <a href="/exemples/commandes.csv" download className="prose-link inline-flex items-center gap-1.5">
              <Download aria-hidden className="size-4" />
              {t("sample")}
            </a>
          }
        >
          {mayImportOrders(scope) ? (
            <form action="/api/imports" method="post" encType="multipart/form-data" className="grid gap-stack">
              <FileField
                name="fichier"
                label={t("file.label")}
                hint={t("file.hint")}
                accept=".csv,.txt,text/csv,text/plain"
                required
                hideOptional
              />
              <SubmitButton className="justify-self-start">{t("file.check")}</SubmitButton>
            </form>
          ) : (
            <p>{t("read_only")}</p>
          )}
        </Section>
        <ColumnGuide />
        <DeedsSection mayRecord={mayImportOrders(scope)} />
        {files.length > 0 && <LastImports files={files} />}
      </div>
    </>
  );
}
