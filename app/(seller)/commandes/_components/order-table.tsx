import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge, StatusBadge } from "@/app/_components/ui/badge";
import { type Column, Table } from "@/app/_components/ui/table";
import type { ListedOrder } from "@/db/queries/orders";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { shortName } from "@/lib/orders/short-name";
import { requireViewer } from "@/lib/server/session";
import { orderHref } from "./order-search";

/** One line per order, latest first: who, how much, where it is, and whether somebody complains; ticked to be invoiced. */
export async function OrderTable({ orders }: { readonly orders: readonly ListedOrder[] }) {
  const [t, locale, { zone }] = await Promise.all([getTranslations("orders.list"), getLocale(), requireViewer()]);
  const columns: readonly Column<ListedOrder>[] = [
    {
      key: "number",
      header: t("columns.number"),
      isRowHeader: true,
      cell: (order) => (
        <span className="flex items-start gap-3">
          <input
            type="checkbox"
            name="commande"
            value={order.number}
            aria-label={t("choose", { number: order.number })}
            className="size-6 shrink-0"
          />
          <span>
            <Link href={orderHref(order.number)} className="prose-link tabular font-bold break-all">
              {order.number}
            </Link>
            {order.openClaimCount > 0 && (
              <span className="mt-1 block">
                <Badge>{t("open_claims", { count: order.openClaimCount })}</Badge>
              </span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: "placed",
      header: t("columns.placed"),
      cell: (order) => (
        <time dateTime={order.placedAt} className="md:whitespace-nowrap">
          {formatInstant(new Date(order.placedAt), zone, locale, "numeric")}
        </time>
      ),
    },
    {
      key: "customer",
      header: t("columns.customer"),
      cell: (order) => (
        <>
          {shortName(order.customerName)}
          <span className="block text-sm text-ink-muted">{order.city}</span>
        </>
      ),
    },
    { key: "delivery", header: t("columns.delivery"), cell: (order) => <Delivery order={order} t={t} /> },
    { key: "invoice", header: t("columns.invoice"), cell: (order) => invoiceWords(order, t) },
    {
      key: "total",
      header: t("columns.total"),
      align: "end",
      cell: (order) => (
        <>
          {formatMoney(order.goodsCents + order.shippingCents, locale, order.currency)}
          <span className="block text-sm text-ink-muted">{t("items", { count: order.lineCount })}</span>
        </>
      ),
    },
  ];
  return <Table caption={t("title")} hideCaption columns={columns} rows={orders} rowKey={(order) => order.id} />;
}

type Words = Awaited<ReturnType<typeof getTranslations<"orders.list">>>;

function invoiceWords({ invoiceCount, hasExternalInvoice }: ListedOrder, t: Words): string {
  if (invoiceCount > 0) return t("invoiced");
  return hasExternalInvoice ? t("invoiced_elsewhere") : "—";
}

function Delivery({ order, t }: { readonly order: ListedOrder; readonly t: Words }) {
  const { parcelCount, shippedCount, deliveredCount } = order;
  if (parcelCount > 0 && deliveredCount === parcelCount) {
    return <StatusBadge tone="fine">{t("delivered", { count: parcelCount })}</StatusBadge>;
  }
  if (shippedCount > 0) {
    return <StatusBadge tone="info">{t("shipped", { delivered: deliveredCount, count: parcelCount })}</StatusBadge>;
  }
  return <StatusBadge tone="neutral">{t("not_shipped")}</StatusBadge>;
}
