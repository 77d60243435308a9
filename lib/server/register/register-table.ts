import { formatRate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import {
  dailyConsumerTotals,
  type RegisterEntry,
  type RegisterTax,
  signedCents,
  taxesOf,
} from "@/lib/invoices/register";

/** What a cell holds: an amount in cents, a whole number, or words. */
export type RegisterCell =
  | { readonly kind: "amount"; readonly cents: number }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "text"; readonly text: string };
export type RegisterTable = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly RegisterCell[])[];
};

const text = (value: string | null): RegisterCell => ({ kind: "text", text: value ?? "" });
const amount = (cents: number): RegisterCell => ({ kind: "amount", cents });

/** The register of a period, one line per document, with two columns for each rate and regime it holds. */
export function registerTable(entries: readonly RegisterEntry[], locale: Locale): RegisterTable {
  const t = translatorFor(locale);
  const taxes = taxesOf(entries);
  const head = [
    t("invoices.register.columns.number"),
    t("invoices.register.columns.kind"),
    t("invoices.register.columns.date"),
    t("invoices.register.columns.customer"),
    t("invoices.register.columns.order"),
    t("invoices.register.columns.linked"),
    ...taxes.flatMap((tax) => [
      t("invoices.register.columns.net_at", { tax: taxName(tax, locale, t) }),
      t("invoices.register.columns.vat_at", { tax: taxName(tax, locale, t) }),
    ]),
    t("invoices.register.columns.net"),
    t("invoices.register.columns.vat"),
    t("invoices.register.columns.gross"),
    t("invoices.register.columns.currency"),
    t("invoices.register.columns.paid"),
    t("invoices.register.columns.means"),
    t("invoices.register.columns.sha256"),
  ];
  return { name: t("invoices.register.sheet"), head, rows: entries.map((entry) => rowOf(entry, taxes, t)) };
}

type Words = ReturnType<typeof translatorFor>;

function rowOf(entry: RegisterEntry, taxes: readonly RegisterTax[], t: Words): readonly RegisterCell[] {
  const signed = (cents: number) => amount(signedCents(entry, cents));
  return [
    text(entry.number),
    text(t(`invoices.kinds.${entry.kind}`)),
    text(entry.issuedOn),
    text(entry.customer),
    text(entry.orderNumber),
    text(entry.linkedNumber),
    ...taxes.flatMap((tax) => {
      const group = entry.groups.find(
        ({ vatScheme, vatRateBps }) => vatScheme === tax.vatScheme && vatRateBps === tax.vatRateBps,
      );
      return [signed(group?.netCents ?? 0), signed(group?.vatCents ?? 0)];
    }),
    signed(entry.netCents),
    signed(entry.vatCents),
    signed(entry.grossCents),
    text(entry.currency),
    signed(entry.paidCents),
    text(entry.methods.map((method) => t(`invoices.means.${method}`)).join(", ")),
    text(entry.sha256),
  ];
}

/** What consumers were invoiced each day, per rate. */
export function dailyTable(entries: readonly RegisterEntry[], locale: Locale): RegisterTable {
  const t = translatorFor(locale);
  return {
    name: t("invoices.register.daily_sheet"),
    head: [
      t("invoices.register.columns.date"),
      t("invoices.register.columns.tax"),
      t("invoices.register.columns.documents"),
      t("invoices.register.columns.net"),
      t("invoices.register.columns.vat"),
      t("invoices.register.columns.gross"),
      t("invoices.register.columns.currency"),
    ],
    rows: dailyConsumerTotals(entries).map((total) => [
      text(total.day),
      text(taxName(total, locale, t)),
      { kind: "count", value: total.documents },
      amount(total.netCents),
      amount(total.vatCents),
      amount(total.grossCents),
      text(total.currency),
    ]),
  };
}

/** « 20 % », « 19 % (OSS) », « Franchise ». */
export function taxName(
  { vatScheme, vatRateBps }: RegisterTax,
  locale: Locale,
  t: Words = translatorFor(locale),
): string {
  return t(`invoices.taxes.${vatScheme}`, { rate: formatRate(vatRateBps, locale) });
}
