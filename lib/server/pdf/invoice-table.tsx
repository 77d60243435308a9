import { StyleSheet, Text, View } from "@react-pdf/renderer";
import {
  type InvoiceAdjustment,
  type InvoiceLine,
  isPriceReduction,
  type NumberedInvoice,
} from "@/lib/invoices/invoice";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";
import { money, netUnitPrice, percent } from "@/lib/server/pdf/french-format";
import { ACCENT, LINE, shared } from "@/lib/server/pdf/theme";

const styles = StyleSheet.create({
  table: { marginTop: 18 },
  head: {
    flexDirection: "row",
    columnGap: 8,
    paddingBottom: 4,
    borderBottomWidth: 1,
    borderBottomColor: ACCENT,
    fontSize: 7.5,
    fontWeight: 600,
    color: ACCENT,
  },
  row: {
    flexDirection: "row",
    columnGap: 8,
    paddingVertical: 5,
    borderBottomWidth: 0.5,
    borderBottomColor: LINE,
  },
  name: { flexGrow: 1, flexBasis: 0 },
  quantity: { width: 34 },
  unit: { width: 66 },
  rate: { width: 40 },
  amount: { width: 62 },
});

/** One row per line; the head comes back on each page and a row is never cut. */
export function InvoiceTable({ invoice }: { readonly invoice: NumberedInvoice }) {
  return (
    <View style={styles.table}>
      <View style={styles.head} fixed>
        <Text style={styles.name}>Désignation</Text>
        <Text style={[styles.quantity, shared.figure]}>Qté</Text>
        <Text style={[styles.unit, shared.figure]}>Prix unit. HT</Text>
        <Text style={[styles.rate, shared.figure]}>TVA</Text>
        <Text style={[styles.amount, shared.figure]}>Total HT</Text>
        <Text style={[styles.amount, shared.figure]}>Total TTC</Text>
      </View>
      {invoice.lines.map((line) => (
        <Row key={line.position} {...{ line, invoice }} />
      ))}
      {invoice.lines.length === 0 &&
        invoice.adjustments
          .filter(({ kind }) => kind === "shipping")
          .map((fee) => <FeeRow key={fee.vatRateBps} {...{ fee, invoice }} />)}
    </View>
  );
}

type RowProps = { readonly line: InvoiceLine; readonly invoice: NumberedInvoice };

/** A price reduction concerns no piece: it has neither quantity nor unit price. */
function Row({ line, invoice: { kind, currency } }: RowProps) {
  const isReduction = isPriceReduction(kind, line);
  const unit = isReduction ? "–" : netUnitPrice(line.netCents, line.quantity, currency);
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.name}>
        <Text>{line.name}</Text>
        <Text style={shared.small}>
          {isReduction ? `Réduction de prix · Réf. ${line.sku}` : underName(line, currency)}
        </Text>
      </View>
      <Text style={[styles.quantity, shared.figure]}>{isReduction ? "–" : line.quantity}</Text>
      <Text style={[styles.unit, shared.figure]}>{unit}</Text>
      <Text style={[styles.rate, shared.figure]}>{rateOf(line)}</Text>
      <Text style={[styles.amount, shared.figure]}>{money(line.netCents, currency)}</Text>
      <Text style={[styles.amount, shared.figure]}>{money(line.grossCents, currency)}</Text>
    </View>
  );
}

/** Where the delivery fee is all there is, it stands as the row that names what is billed or credited. */
function FeeRow({
  fee,
  invoice: { currency },
}: {
  readonly fee: InvoiceAdjustment;
  readonly invoice: NumberedInvoice;
}) {
  return (
    <View style={styles.row} wrap={false}>
      <Text style={styles.name}>Frais de livraison</Text>
      <Text style={[styles.quantity, shared.figure]}>1</Text>
      <Text style={[styles.unit, shared.figure]}>{money(fee.netCents, currency)}</Text>
      <Text style={[styles.rate, shared.figure]}>{rateOf(fee)}</Text>
      <Text style={[styles.amount, shared.figure]}>{money(fee.netCents, currency)}</Text>
      <Text style={[styles.amount, shared.figure]}>{money(fee.grossCents, currency)}</Text>
    </View>
  );
}

function underName({ sku, ecoParticipationCents }: InvoiceLine, currency: string): string {
  const eco =
    ecoParticipationCents > 0 ? ` · dont éco-participation ${money(ecoParticipationCents, currency)} TTC` : "";
  return `Réf. ${sku}${eco}`;
}

/** An exempt line shows no VAT: a dash, and the reason stands among the mentions. */
export function rateOf({ vatScheme, vatRateBps }: Pick<InvoiceLine, "vatScheme" | "vatRateBps">): string {
  return VAT_SCHEME_RULES[vatScheme].taxed ? percent(vatRateBps) : "–";
}
