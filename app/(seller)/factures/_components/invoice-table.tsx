import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import { type Column, Table } from "@/app/_components/ui/table";
import type { ListedInvoice } from "@/db/queries/invoice-register";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { signedCents } from "@/lib/invoices/register";
import { shortName } from "@/lib/orders/short-name";

/** One line per document, latest first; ticked ones leave together as an archive. */
export async function InvoiceTable({ invoices }: { readonly invoices: readonly ListedInvoice[] }) {
  const [t, locale] = await Promise.all([getTranslations("invoices"), getLocale()]);
  const columns: readonly Column<ListedInvoice>[] = [
    {
      key: "number",
      header: t("register.columns.number"),
      isRowHeader: true,
      cell: ({ id, kind, number }) => (
        <span className="flex items-center gap-3">
          <input
            type="checkbox"
            name="id"
            value={id}
            aria-label={t("list.choose", { number })}
            className="size-6 shrink-0"
          />
          <a href={`/api/invoices/${id}/pdf`} className="prose-link tabular font-bold break-all">
            {number}
          </a>
          {kind === "credit_note" && <Badge>{t("kinds.credit_note")}</Badge>}
        </span>
      ),
    },
    {
      key: "date",
      header: t("register.columns.date"),
      cell: ({ issuedOn }) => (
        <time dateTime={issuedOn} className="md:whitespace-nowrap">
          {formatDay(issuedOn, locale, "numeric")}
        </time>
      ),
    },
    { key: "customer", header: t("register.columns.customer"), cell: ({ customer }) => shortName(customer) },
    {
      key: "order",
      header: t("register.columns.order"),
      cell: ({ orderNumber, linkedNumber }) => (
        <>
          <Link href={`/commandes/${encodeURIComponent(orderNumber)}`} className="prose-link tabular break-all">
            {orderNumber}
          </Link>
          {linkedNumber && (
            <span className="block text-sm text-ink-muted">{t("list.on", { number: linkedNumber })}</span>
          )}
        </>
      ),
    },
    {
      key: "gross",
      header: t("register.columns.gross"),
      align: "end",
      cell: (invoice) => formatMoney(signedCents(invoice, invoice.grossCents), locale, invoice.currency),
    },
  ];
  return <Table caption={t("list.title")} hideCaption columns={columns} rows={invoices} rowKey={({ id }) => id} />;
}
