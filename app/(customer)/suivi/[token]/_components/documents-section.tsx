import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { LinkButton } from "@/app/_components/ui/link-button";
import { DocumentList } from "@/app/_components/upload/document-list";
import type { CustomerSpace } from "@/db/queries/customer-space";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { InvoiceSummary } from "./invoice-summary";

type Props = { readonly page: CustomerPage };

/** Every file of the order, and its invoices: each to be read here, or kept as a PDF. */
export async function DocumentsSection({ page }: Props) {
  const t = await getTranslations("customer.documents");
  const { space, token, reader } = page;
  const address = `/api/suivi/${token}/documents`;
  const received = space.documents.filter(isReceived);
  const own = space.documents.filter((document) => !isReceived(document));
  const isEmpty = space.documents.length === 0 && space.invoices.length === 0;
  return (
    <Section id="documents" title={t("title")}>
      <div className="grid gap-5">
        {isEmpty && <p className="text-ink-muted">{t("none")}</p>}
        {space.invoices.map((invoice) => {
          const name = t(invoice.kind, { number: invoice.number });
          const amount = formatMoney(invoice.grossCents, reader.locale, invoice.currency);
          return (
            <div key={invoice.id}>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p>
                  <span className="font-semibold">{name}</span>{" "}
                  <span className="text-ink-muted">
                    {t("issued", { day: formatDay(invoice.issuedOn, reader.locale), amount })}
                  </span>
                </p>
                <LinkButton
                  href={`/suivi/${token}/factures/${invoice.id}`}
                  download
                  prefetch={false}
                  variant="secondary"
                  size="small"
                  aria-label={t("pdf_named", { name })}
                >
                  <Download aria-hidden />
                  {t("pdf")}
                </LinkButton>
              </div>
              <Disclosure summary={t("read_here")}>
                <InvoiceSummary invoice={invoice.document} locale={reader.locale} />
              </Disclosure>
            </div>
          );
        })}
        {received.length > 0 && (
          <div>
            <h3 className="mb-1.5 font-bold">{t("from_seller", { seller: space.seller.name })}</h3>
            <DocumentList documents={received} address={address} isNoted />
            <p className="mt-1.5 text-sm text-ink-muted">{t("noted", { seller: space.seller.name })}</p>
          </div>
        )}
        {own.length > 0 && (
          <div>
            <h3 className="mb-1.5 font-bold">{t("your_files")}</h3>
            <DocumentList documents={own} address={address} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** What the seller sent, with an answer or a message. */
export function isReceived({ replyId, messageId }: CustomerSpace["documents"][number]): boolean {
  return replyId !== null || messageId !== null;
}
