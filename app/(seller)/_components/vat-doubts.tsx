import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { type SellerVat, type TaxedOrder, vatWarnings } from "@/lib/orders/warnings";

type Props = {
  readonly order: Omit<TaxedOrder, "lines">;
  readonly lines: readonly (TaxedOrder["lines"][number] & { readonly name: string })[];
  readonly seller: SellerVat;
};

/** What is doubtful in the VAT of an order, told before its invoice is frozen: a warning, the rate stays as imported. */
export async function VatDoubts({ order, lines, seller }: Props) {
  const doubts = vatWarnings({ ...order, lines }, seller);
  if (doubts.length === 0) return null;
  const t = await getTranslations("orders");
  const nameOf = ({ path: [member, index] }: (typeof doubts)[number]) =>
    member === "lines" ? (lines[Number(index)]?.name ?? "") : t("page.lines.shipping");
  const byCode = Map.groupBy(doubts, ({ code }) => code);
  return (
    <Alert kind="warning" title={t("vat_doubts.title")} className="mb-stack">
      <ul className="list-disc ps-5">
        {[...byCode].map(([code, alike]) => (
          <li key={code}>
            {t.rich("vat_doubts.doubt", {
              what: (names) => <span className="font-semibold">{names}</span>,
              names: alike.map(nameOf).join(", "),
              doubt: t(`warnings.${code}`),
            })}
          </li>
        ))}
      </ul>
      <p>{t("vat_doubts.what_to_do")}</p>
    </Alert>
  );
}
