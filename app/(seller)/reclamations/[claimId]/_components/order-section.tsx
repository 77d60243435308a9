import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList, type Fact } from "@/app/_components/ui/description-list";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { OrderParcels } from "./order-parcels";
import type { Reader } from "./reader";

type Props = { readonly page: ClaimPage; readonly reader: Reader };

/** The facts an answer is checked against: who bought what, for how much, and where it is. */
export async function OrderSection({ page, reader }: Props) {
  const t = await getTranslations("claim.order_facts");
  const { order } = page.order;
  const { locale, zone } = reader;
  const money = (cents: number) => formatMoney(cents, locale, order.currency);
  const refunded = page.context.order.refundedCents;
  const facts: readonly Fact[] = [
    {
      term: t("number"),
      value: (
        <a href={`/commandes/${encodeURIComponent(order.number)}`} className="prose-link font-semibold">
          {order.number}
        </a>
      ),
    },
    { term: t("placed"), value: formatInstant(new Date(order.placedAt), zone, locale, "long_without_year") },
    { term: t("customer"), value: <Customer page={page} /> },
    { term: t("lines"), value: <Lines page={page} reader={reader} /> },
    { term: t("total"), value: <strong>{money(page.context.order.totalCents)}</strong> },
    ...(refunded > 0 ? [{ term: t("refunded"), value: money(refunded) }] : []),
    ...(page.claim.situation === "no_longer_wanted"
      ? [{ term: t("withdrawal_informed"), value: t(`informed.${order.withdrawalInformed}`) }]
      : []),
  ];
  return (
    <Section id="commande" title={t("title")}>
      <DescriptionList facts={facts} look="stacked" />
      <OrderParcels page={page} reader={reader} />
    </Section>
  );
}

async function Customer({ page }: { readonly page: ClaimPage }) {
  const t = await getTranslations("claim.order_facts");
  const { order } = page.order;
  const { line1, line2, postcode, city, country } = order.shippingAddress;
  return (
    <address className="not-italic">
      <span className="font-semibold">{order.customerName}</span>
      {order.customerKind === "professional" && ` · ${t("professional")}`}
      <span className="block">{[line1, line2].filter(Boolean).join(", ")}</span>
      <span className="block">{`${postcode} ${city}${country === "FR" ? "" : ` (${country})`}`}</span>
      {order.customerEmail && (
        <a href={`mailto:${order.customerEmail}`} className="prose-link block break-all">
          {order.customerEmail}
        </a>
      )}
      {order.customerPhone && <span className="block">{order.customerPhone}</span>}
    </address>
  );
}

async function Lines({ page, reader }: Props) {
  const t = await getTranslations("claim.order_facts");
  const { order, lines } = page.order;
  const claimedOf = (id: string) => page.lines.find((line) => line.orderLineId === id)?.quantity;
  return (
    <ul className="space-y-1">
      {lines.map((line) => {
        const claimed = claimedOf(line.id);
        return (
          <li key={line.id}>
            {t("line", {
              quantity: line.quantity,
              name: line.name,
              price: formatMoney(line.unitPriceCents, reader.locale, order.currency),
              total: formatMoney(line.quantity * line.unitPriceCents, reader.locale, order.currency),
            })}
            {claimed !== undefined && <strong className="block text-sm">{t("claimed", { quantity: claimed })}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
