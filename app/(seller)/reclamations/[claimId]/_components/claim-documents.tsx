import { FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { DocumentList } from "@/app/_components/upload/document-list";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { recordingReasonOf } from "../../../_components/recording-reason";
import { creditsOf } from "../../../commandes/[number]/_components/order-credits";
import { IssueInvoiceForm } from "./issue-invoice-form";
import { ProofRow } from "./proof-row";
import type { Reader } from "./reader";

type Props = { readonly page: ClaimPage; readonly reader: Reader; readonly canAnswer: boolean };

/** What was given on the order, what each proof is worth, the invoices issued here, and where more is given. */
export async function ClaimDocuments({ page, reader, canAnswer }: Props) {
  const t = await getTranslations("claim.documents");
  const isProof = ({ kind, status, replacedBy }: ClaimPage["documents"][number]) =>
    kind === "proof_of_delivery" && status !== "refused" && replacedBy === null;
  const proofs = page.documents.filter(isProof);
  const others = page.documents.filter((document) => !isProof(document));
  return (
    <Section id="documents" title={t("title")}>
      {(others.length > 0 || proofs.length === 0) && (
        <DocumentList
          documents={others}
          address="/api/documents"
          blackOut={canAnswer ? `/reclamations/${page.claim.id}/masquer` : undefined}
        />
      )}
      {proofs.map((proof) => (
        <ProofRow key={proof.id} proof={proof} page={page} reader={reader} canAnswer={canAnswer} />
      ))}
      <Invoices page={page} reader={reader} canAnswer={canAnswer} />
      {canAnswer && (
        <Disclosure summary={t("add")} className="mt-2">
          <UploadZone
            claimId={page.claim.id}
            checked={page.documents.filter(({ status }) => status !== "uploaded").map(({ id }) => id)}
            kinds={["other", "proof_of_delivery", "return_label", "invoice", "credit_note", "photo", "attestation"]}
          />
        </Disclosure>
      )}
    </Section>
  );
}

async function Invoices({ page, reader, canAnswer }: Props) {
  const t = await getTranslations("claim.documents");
  const { invoices, order, claim, seller } = page;
  const isInvoiced = invoices.some(({ kind }) => kind === "invoice") || order.order.externalInvoiceNumber !== null;
  const mayIssue =
    canAnswer &&
    !isInvoiced &&
    recordingReasonOf(order.order, seller, reader.now) === undefined &&
    claim.situation === "invoice_request";
  if (invoices.length === 0 && !isInvoiced && !mayIssue) return null;
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-1 font-bold">{t("invoices")}</h3>
      <ul className="space-y-1">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <a
              href={`/api/invoices/${invoice.id}/pdf`}
              target="_blank"
              rel="noreferrer"
              className="prose-link font-semibold"
            >
              <FileText aria-hidden className="me-1 inline size-4" />
              {t(invoice.kind, { number: invoice.number })}
            </a>
            <span className="block text-sm text-ink-muted">
              {formatDay(invoice.issuedOn, reader.locale)} ·{" "}
              {formatMoney(invoice.grossCents, reader.locale, invoice.currency)}
            </span>
          </li>
        ))}
      </ul>
      {canAnswer && isInvoiced && seller.invoicingMode === "issued_here" && <CreditLink page={page} reader={reader} />}
      {mayIssue && <IssueInvoiceForm claimId={claim.id} orderNumber={order.order.number} />}
    </div>
  );
}

/** Where a credit note is issued, and what was paid back without one. */
async function CreditLink({ page, reader }: Omit<Props, "canAnswer">) {
  const t = await getTranslations("claim.documents");
  const { invoices, order, claim, context } = page;
  const { leftCents, uncreditedCents } = creditsOf({ ...order, invoices, totalCents: context.order.totalCents });
  if (leftCents === 0) return null;
  const query = new URLSearchParams({
    reclamation: claim.id,
    ...(uncreditedCents > 0 ? { rembourse: (uncreditedCents / 100).toFixed(2) } : {}),
  });
  return (
    <p className="mt-2">
      {uncreditedCents > 0 && (
        <span className="block">
          {t("uncredited", { amount: formatMoney(uncreditedCents, reader.locale, order.order.currency) })}
        </span>
      )}
      <a href={`/commandes/${encodeURIComponent(order.order.number)}/avoir?${query}`} className="prose-link">
        {t("credit")}
      </a>
    </p>
  );
}
