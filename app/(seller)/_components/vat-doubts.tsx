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
  const nameAt = (index: string | number | undefined) => lines[Number(index)]?.name ?? "";
  return (
    <Alert kind="warning" title={t("vat_doubts.title")} className="mb-stack">
      <ul className="list-disc ps-5">
        {doubts.map(({ code, path: [member, index] }) => (
          <li key={`${member}-${index}`}>
            <span className="font-semibold">{member === "lines" ? nameAt(index) : t("page.lines.shipping")}</span>
            {`\u00a0: ${t(`warnings.${code}`)}`}
          </li>
        ))}
      </ul>
      <p>{t("vat_doubts.what_to_do")}</p>
    </Alert>
  );
}
