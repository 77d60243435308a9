import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { TextField } from "@/app/_components/ui/text-field";
import type { SellerSettings } from "@/db/queries/sellers";
import { formatInvoiceNumber } from "@/lib/invoices/invoice-number";

type Props = {
  readonly name: "invoicePrefix" | "creditNotePrefix";
  readonly series: SellerSettings["series"][number] | undefined;
};

const DEFAULTS = { invoicePrefix: "F", creditNotePrefix: "A" } as const;

/** The prefix of a series: to be chosen until the first number is drawn, a fact afterwards. */
export async function SeriesField({ name, series }: Props) {
  const t = await getTranslations("settings.invoicing");
  if (series && series.lastSequence > 0) {
    const value = t("locked", { prefix: series.prefix, count: series.lastSequence });
    return <DescriptionList look="stacked" facts={[{ term: t(name), value }]} />;
  }
  const prefix = series?.prefix ?? DEFAULTS[name];
  return (
    <TextField
      name={name}
      label={t(name)}
      hint={t("prefix_hint", { example: formatInvoiceNumber({ prefix }, 42) })}
      defaultValue={prefix}
      maxLength={8}
      width="short"
      required
    />
  );
}
