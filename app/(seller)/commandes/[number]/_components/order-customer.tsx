import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList, type Fact } from "@/app/_components/ui/description-list";
import type { OrderDetails } from "@/db/queries/orders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { PostalAddress } from "@/lib/orders/order";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";

type Props = { readonly details: OrderDetails; readonly reader: Reader };

/** Who ordered, when, through which channel, and what they were told of their right of withdrawal. */
export async function OrderCustomer({ details: { order }, reader: { locale, zone } }: Props) {
  const t = await getTranslations("orders.page.customer");
  const informedOn = order.withdrawalInformedOn;
  const facts: readonly (Fact | false)[] = [
    { term: t("name"), value: order.customerName },
    order.customerKind === "professional" && { term: t("kind"), value: t("professional") },
    order.customerEmail !== null && {
      term: t("email"),
      value: <span className="break-all">{order.customerEmail}</span>,
    },
    order.customerPhone !== null && { term: t("phone"), value: order.customerPhone },
    order.companySiren !== null && { term: t("siren"), value: order.companySiren },
    order.companyVatNumber !== null && { term: t("vat_number"), value: order.companyVatNumber },
    order.purchaseOrder !== null && { term: t("purchase_order"), value: order.purchaseOrder },
    { term: t("shipping_address"), value: <Address address={order.shippingAddress} locale={locale} /> },
    order.billingAddress !== null && {
      term: t("billing_address"),
      value: <Address address={order.billingAddress} locale={locale} />,
    },
    { term: t("placed"), value: formatInstant(new Date(order.placedAt), zone, locale) },
    {
      term: t("withdrawal"),
      value: informedOn
        ? t("informed_on", { day: formatDay(informedOn, locale, "numeric") })
        : t(`informed.${order.withdrawalInformed}`),
    },
  ];
  return (
    <Section id="client" title={t("title")}>
      <DescriptionList facts={facts.filter((fact) => fact !== false)} look="stacked" />
    </Section>
  );
}

function Address({ address, locale }: { readonly address: PostalAddress; readonly locale: Reader["locale"] }) {
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(address.country);
  const lines = [
    address.name,
    address.line1,
    address.line2,
    `${address.postcode} ${address.city}`,
    address.country === "FR" ? undefined : country,
  ].filter((line) => line !== undefined && line !== "");
  return (
    <address className="not-italic">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
