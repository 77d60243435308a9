import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import type { OrderDetails } from "@/db/queries/orders";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { paymentMethodOf } from "@/lib/invoices/payment-method";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";

type Props = { readonly details: OrderDetails; readonly reader: Reader };

/** What was paid and what was paid back; nothing when nobody said. */
export async function OrderMoney({ details, reader: { locale, zone } }: Props) {
  const t = await getTranslations("orders.page.money");
  const { order, payments, refunds, lines } = details;
  if (payments.length + refunds.length === 0) return null;
  const money = (cents: number) => formatMoney(cents, locale, order.currency);
  const on = (instant: string) => formatInstant(new Date(instant), zone, locale, "numeric");
  const means = (told: string) => {
    const method = paymentMethodOf(told);
    if (told === "original_payment") return t("original_payment");
    return method === "other" ? told : t(`methods.${method}`);
  };
  const names = new Map(lines.map((line) => [line.id, line.name]));
  const facts = [
    ...payments.map(({ id, amountCents, method, paidAt, reference }) => ({
      key: id,
      term: t("paid", { on: on(paidAt) }),
      value: [money(amountCents), means(method), reference].filter(Boolean).join(" · "),
    })),
    ...refunds.map(({ id, amountCents, shippingCents, method, reference, paidAt, orderLineId }) => ({
      key: id,
      term: t("refunded", { on: on(paidAt) }),
      value: [money(amountCents + shippingCents), orderLineId && names.get(orderLineId), means(method), reference]
        .filter(Boolean)
        .join(" · "),
    })),
  ];
  return (
    <Section id="paiements" title={t("title")}>
      <DescriptionList facts={facts} />
    </Section>
  );
}
