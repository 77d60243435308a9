import { getTranslations } from "next-intl/server";
import { formatMoney, formatNumber, formatRate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { addressLine } from "./address-line";

type Props = { readonly invoice: InvoiceDocument; readonly locale: Locale };

/** What an invoice says, as text a screen reader can read: the PDF is the invoice, this is its content. */
export async function InvoiceSummary({ invoice, locale }: Props) {
  const t = await getTranslations("customer.documents");
  const money = (cents: number) => formatMoney(cents, locale, invoice.currency);
  const { seller, buyer, totals } = invoice;
  return (
    <div className="grid gap-3">
      <dl className="grid gap-1 sm:grid-cols-[auto_1fr] sm:gap-x-4">
        <dt className="text-ink-muted">{t("seller")}</dt>
        <dd>
          {seller.name}, {addressLine(seller.address)}
          {seller.siren && `, SIREN ${seller.siren}`}
        </dd>
        <dt className="text-ink-muted">{t("buyer")}</dt>
        <dd>
          {buyer.name}, {addressLine(buyer.address)}
        </dd>
      </dl>
      <table className="w-full border-collapse text-start">
        <thead>
          <tr className="border-b border-line-control">
            <th scope="col" className="py-1 pe-2 text-start">
              {t("item")}
            </th>
            <th scope="col" className="py-1 pe-2 text-end">
              {t("quantity")}
            </th>
            <th scope="col" className="py-1 text-end">
              {t("price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <tr key={line.position} className="border-b border-line align-top">
              <td className="py-1 pe-2">{line.name}</td>
              <td className="py-1 pe-2 text-end">{formatNumber(line.quantity, locale)}</td>
              <td className="py-1 text-end whitespace-nowrap">{money(line.grossCents)}</td>
            </tr>
          ))}
          {invoice.adjustments.map((adjustment) => (
            <tr
              key={`${adjustment.kind}-${adjustment.vatScheme}-${adjustment.vatRateBps}`}
              className="border-b border-line"
            >
              <td colSpan={2} className="py-1 pe-2">
                {adjustment.kind === "shipping" ? t("shipping") : t("discount")}
              </td>
              <td className="py-1 text-end whitespace-nowrap">{money(adjustment.grossCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-end tabular">
        <dt>{t("net")}</dt>
        <dd>{money(totals.netCents)}</dd>
        {invoice.vatGroups.map((group) => (
          <Line
            key={`${group.vatScheme}-${group.vatRateBps}`}
            term={t("vat", { rate: formatRate(group.vatRateBps, locale) })}
          >
            {money(group.vatCents)}
          </Line>
        ))}
        <Line term={<strong>{t("gross")}</strong>}>
          <strong>{money(totals.grossCents)}</strong>
        </Line>
        <Line term={t("paid")}>{money(totals.paidCents)}</Line>
        <Line term={t("due")}>{money(totals.dueCents)}</Line>
      </dl>
      <ul lang="fr" aria-label={t("mentions")} className="space-y-0.5 text-sm text-ink-muted">
        {invoice.mentions.map((mention) => (
          <li key={mention.code}>{mention.text}</li>
        ))}
      </ul>
    </div>
  );
}

function Line({ term, children }: { readonly term: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
