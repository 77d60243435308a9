import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Alert } from "@/app/_components/ui/alert";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { SellerScope } from "@/lib/auth/scope";
import { countVerdicts } from "@/lib/invoices/checker/summary";
import { checkDocument } from "@/lib/server/invoice-check/check-document";
import { expectationOf } from "@/lib/server/invoice-check/expectation";

type Props = { readonly page: ClaimPage; readonly scope: SellerScope };
type Document = ClaimPage["documents"][number];

/** Before an invoice of the seller's own leaves: what its reader should look at. It warns and never blocks. */
export function InvoiceChecks({ page, scope }: Props) {
  const invoices = page.documents.filter(
    ({ kind, status, sentAt }) =>
      (kind === "invoice" || kind === "credit_note") && status === "verified" && sentAt === null,
  );
  if (invoices.length === 0) return null;
  return (
    <div className="mb-stack grid gap-2">
      {invoices.map((document) => (
        <Suspense key={document.id} fallback={<CheckLink page={page} document={document} />}>
          <Checked document={document} page={page} scope={scope} />
        </Suspense>
      ))}
    </div>
  );
}

async function Checked({ document, page, scope }: Props & { readonly document: Document }) {
  const t = await getTranslations("invoices.check");
  const kind = document.kind === "credit_note" ? "credit_note" : "invoice";
  const { legalIdentity } = page.seller;
  const sale = { order: page.order.order, totalCents: page.context.order.totalCents };
  const checked = await checkDocument(scope, document.id, expectationOf(legalIdentity, sale, kind));
  if (!checked) return <CheckLink page={page} document={document} />;
  const counts = countVerdicts(checked.check.findings);
  const isDoubtful = checked.check.kind === "scan" || counts.missing + counts.wrong > 0;
  return (
    <Alert kind={isDoubtful ? "warning" : "success"} title={document.fileName}>
      <p>{checked.check.kind === "scan" ? t("kinds.scan") : t("summary", counts)}</p>
      {isDoubtful && <p>{t("may_send")}</p>}
      <CheckLink page={page} document={document} />
    </Alert>
  );
}

async function CheckLink({ page, document }: { readonly page: ClaimPage; readonly document: Document }) {
  const t = await getTranslations("invoices.check");
  return (
    <p>
      <a href={`/reclamations/${page.claim.id}/verification/${document.id}`} className="prose-link">
        {t("see", { name: document.fileName })}
      </a>
    </p>
  );
}
