import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { DocumentList } from "@/app/_components/upload/document-list";
import { UploadResult } from "@/app/_components/upload/upload-result";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import { openCustomerPage } from "@/lib/server/customer-page";
import { CustomerFrame } from "../../_components/customer-frame";
import { isReceived } from "../../_components/documents-section";

type Props = {
  readonly params: Promise<{ readonly token: string; readonly claimId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customer.write");
  return { title: t("photos"), robots: { index: false, follow: false } };
}

/** Photos and papers about one claim. */
export default async function FilesPage({ params, searchParams }: Props) {
  const [{ token, claimId }, { envoi }] = await Promise.all([params, searchParams]);
  const page = await openCustomerPage(token);
  if (!page) notFound();
  const shown = page.space.claims.find(({ claim }) => claim.id === claimId);
  if (!shown || shown.claim.state === "closed") redirect(`/suivi/${token}`);
  const [t, words] = await Promise.all([getTranslations("customer"), getTranslations("customer.documents")]);
  const own = page.space.documents.filter((document) => !isReceived(document) && document.claimId === claimId);
  return (
    <CustomerFrame space={page.space}>
      <PageHeader
        eyebrow={t("claim.reference", { reference: shown.claim.reference })}
        title={t("write.photos")}
        lead={t("write.photos_hint")}
      />
      <div className="grid grid-cols-1 gap-6">
        <UploadResult result={envoi} />
        <ClientMessages namespaces={["upload"]}>
          <UploadZone token={token} claimId={claimId} kinds={["photo", "proof_of_return", "attestation", "other"]} />
        </ClientMessages>
        {own.length > 0 && (
          <Section id="documents" title={words("your_files")}>
            <DocumentList documents={own} address={`/api/suivi/${token}/documents`} />
          </Section>
        )}
        <p>
          <Link href={`/suivi/${token}`} className="prose-link inline-flex min-h-11 items-center">
            {t("letter.back")}
          </Link>
        </p>
      </div>
    </CustomerFrame>
  );
}
