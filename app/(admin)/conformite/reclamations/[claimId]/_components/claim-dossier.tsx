import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { LinkButton } from "@/app/_components/ui/link-button";
import { ProofReasons } from "@/app/(seller)/reclamations/[claimId]/_components/proof-reasons";
import type { Reader } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import { VERDICT_TONES } from "@/app/(seller)/reclamations/[claimId]/_components/verdict-tones";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatInstant } from "@/lib/i18n/format";

/** The facts behind the figures: the two instants, the rules in force, the documents and what they are worth. */
export function ClaimDossier({ page, reader }: { readonly page: ClaimPage; readonly reader: Reader }) {
  const t = useTranslations("compliance.facts");
  const verdict = useTranslations("verdict.levels");
  const at = (instant: string) => formatInstant(new Date(instant), reader.zone, reader.locale, "long_without_year");
  const { claim, order } = page;
  const documents = page.documents.filter((document) => document.claimId === claim.id);
  return (
    <div className="space-y-6">
      <Section id="faits" title={t("title")}>
        <DescriptionList
          look="stacked"
          facts={[
            { term: t("order"), value: order.order.number },
            { term: t("sent"), value: at(claim.statementSentAt) },
            { term: t("received"), value: at(claim.receivedAt) },
            {
              term: t("policy"),
              value: (
                <a className="prose-link" href={`/conformite/politique/${claim.policyVersion}`}>
                  {t("version", { version: claim.policyVersion })}
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section id="pieces" title={t("documents")}>
        {documents.length + page.invoices.length === 0 && <p className="text-ink-muted">{t("no_documents")}</p>}
        <ul className="space-y-2">
          {documents.map((document) => (
            <li key={document.id}>
              <a className="prose-link" href={`/api/documents/${document.id}`}>
                {document.fileName}
              </a>
              {document.verdict && (
                <>
                  <span className="my-1 block">
                    <StatusBadge tone={VERDICT_TONES[document.verdict]}>{verdict(document.verdict)}</StatusBadge>
                  </span>
                  <ProofReasons verdictReasons={document.verdictReasons} />
                </>
              )}
            </li>
          ))}
          {page.invoices.map((invoice) => (
            <li key={invoice.id}>
              <a className="prose-link" href={`/api/invoices/${invoice.id}/pdf`}>
                {invoice.number}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <LinkButton
            href={`/conformite/reclamations/${claim.id}/dossier`}
            download
            prefetch={false}
            variant="secondary"
          >
            {t("download")}
          </LinkButton>
        </p>
        <p className="mt-2 text-ink-muted text-sm">{t("download_lead")}</p>
      </Section>
    </div>
  );
}
