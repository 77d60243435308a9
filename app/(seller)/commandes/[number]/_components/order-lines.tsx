import { getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import type { OrderDetails } from "@/db/queries/orders";
import { formatDay, formatMoney, formatRate } from "@/lib/i18n/format";
import { orderTotals } from "@/lib/orders/totals";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";

type Props = { readonly details: OrderDetails; readonly reader: Reader };
type Line = OrderDetails["lines"][number];

/** What was bought, at which price and VAT, down to the total. */
export async function OrderLines({ details, reader: { locale } }: Props) {
  const t = await getTranslations("orders.page");
  const { order, lines, discounts } = details;
  const totals = orderTotals({ lines, shippingCents: order.shippingCents, discounts });
  const money = (cents: number) => formatMoney(cents, locale, order.currency);
  return (
    <Section id="articles" title={t("lines.title")}>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2 first:pt-0">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold">
                {line.quantity > 1 && <span className="tabular">{`${line.quantity}\u00a0×\u00a0`}</span>}
                {line.name}
              </p>
              {line.quantity > 1 && (
                <p className="tabular">{t("lines.unit_price", { price: money(line.unitPriceCents) })}</p>
              )}
              <p className="tabular text-sm break-all text-ink-muted">{line.sku}</p>
              <LineMarks line={line} locale={locale} />
            </div>
            <p className="tabular ms-auto text-end">
              {money(line.quantity * line.unitPriceCents)}
              <span className="block text-sm text-ink-muted">
                {line.vatScheme === "standard" || line.vatScheme === "oss"
                  ? t("lines.vat", { rate: formatRate(line.vatRateBps, locale) })
                  : t(`lines.schemes.${line.vatScheme}`)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <dl className="tabular mt-3 grid gap-1 border-t border-line-control pt-3">
        <Amount term={t("lines.shipping")} value={money(totals.shippingCents)} />
        {discounts.map((discount) => (
          <Amount
            key={discount.id}
            term={t(`lines.discount_${discount.fundedBy}`)}
            value={money(-discount.amountCents)}
          />
        ))}
        <Amount term={t("lines.total")} value={money(totals.totalCents)} look="strong" />
      </dl>
    </Section>
  );
}

async function LineMarks({ line, locale }: { readonly line: Line; readonly locale: Props["reader"]["locale"] }) {
  const t = await getTranslations("orders.page.lines");
  const informedOn = line.withdrawalExclusionInformedOn;
  const marks = [
    line.kind !== "goods" && t(`kinds.${line.kind}`),
    line.condition !== "new" && t(`conditions.${line.condition}`),
    line.bulky && t("bulky"),
    line.withdrawalExclusionNumber !== null &&
      t("excluded", {
        number: line.withdrawalExclusionNumber,
        on: informedOn ? formatDay(informedOn, locale, "numeric") : "",
      }),
  ].filter((mark) => mark !== false);
  if (marks.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {marks.map((mark) => (
        <Badge key={mark}>{mark}</Badge>
      ))}
    </p>
  );
}

function Amount({ term, value, look }: { readonly term: string; readonly value: string; readonly look?: "strong" }) {
  return (
    <div className={look === "strong" ? "flex justify-between gap-4 text-lg font-bold" : "flex justify-between gap-4"}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
