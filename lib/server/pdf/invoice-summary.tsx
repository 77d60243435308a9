import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { InvoicePayment } from "@/lib/invoices/draft";
import type { NumberedInvoice } from "@/lib/invoices/invoice";
import { PAYMENT_WORDS, settlementSentence } from "@/lib/invoices/payment-words";
import { money, shortDay } from "@/lib/server/pdf/french-format";
import { rateOf } from "@/lib/server/pdf/invoice-table";
import { ACCENT, INK, LINE, SETTLED, shared, TINT } from "@/lib/server/pdf/theme";

const styles = StyleSheet.create({
  summary: { marginTop: 14, flexDirection: "row", columnGap: 26 },
  left: { flexGrow: 1, flexBasis: 0 },
  right: { width: 214 },
  vatRow: { flexDirection: "row", columnGap: 6, paddingVertical: 2.5 },
  vatHead: { borderBottomWidth: 0.5, borderBottomColor: LINE, fontSize: 7.5, color: ACCENT, fontWeight: 600 },
  vatRate: { width: 46 },
  vatCell: { flexGrow: 1, flexBasis: 0 },
  total: { flexDirection: "row", justifyContent: "space-between", columnGap: 12, paddingVertical: 2 },
  totalLabel: { flexGrow: 1, flexBasis: 0 },
  grand: {
    marginTop: 4,
    paddingVertical: 6,
    paddingHorizontal: 9,
    backgroundColor: ACCENT,
    color: "#ffffff",
    borderRadius: 3,
    fontSize: 11,
    fontWeight: 600,
  },
  settlement: { marginTop: 14, padding: 9, backgroundColor: TINT, borderRadius: 3 },
});

/** VAT by rate on the left, totals and what is settled on the right; kept together on one page. */
export function InvoiceSummary({ invoice }: { readonly invoice: NumberedInvoice }) {
  return (
    <View style={styles.summary} wrap={false}>
      <View style={styles.left}>
        <VatTable invoice={invoice} />
        {invoice.settlement === "unknown" ? null : <Settlement invoice={invoice} />}
      </View>
      <View style={styles.right}>
        <Totals invoice={invoice} />
      </View>
    </View>
  );
}

function VatTable({ invoice: { vatGroups, currency } }: { readonly invoice: NumberedInvoice }) {
  return (
    <View>
      <View style={[styles.vatRow, styles.vatHead]}>
        <Text style={styles.vatRate}>Taux</Text>
        <Text style={[styles.vatCell, shared.figure]}>Base HT</Text>
        <Text style={[styles.vatCell, shared.figure]}>TVA</Text>
        <Text style={[styles.vatCell, shared.figure]}>TTC</Text>
      </View>
      {vatGroups.map((group) => (
        <View key={`${group.vatScheme}-${group.vatRateBps}`} style={styles.vatRow}>
          <Text style={styles.vatRate}>{group.category === "E" ? "Sans TVA" : rateOf(group)}</Text>
          <Text style={[styles.vatCell, shared.figure]}>{money(group.netCents, currency)}</Text>
          <Text style={[styles.vatCell, shared.figure]}>
            {group.category === "E" ? "–" : money(group.vatCents, currency)}
          </Text>
          <Text style={[styles.vatCell, shared.figure]}>{money(group.grossCents, currency)}</Text>
        </View>
      ))}
    </View>
  );
}

function Totals({ invoice }: { readonly invoice: NumberedInvoice }) {
  const { totals, currency, kind, vatInEuro } = invoice;
  const rows = [
    ["Total des lignes HT", totals.linesNetCents],
    ["Remise HT", -totals.discountsNetCents],
    ["Frais de livraison HT", totals.shippingNetCents],
    ["Total HT", totals.netCents],
    ["TVA", totals.vatCents],
  ] as const;
  const taxed = invoice.vatGroups.some((group) => group.category === "S");
  const always = taxed ? ["Total HT", "TVA"] : [];
  const shown = rows.filter(
    ([label, cents]) => always.includes(label) || (cents !== 0 && (taxed || label !== "Total HT")),
  );
  const grandLabel = kind === "invoice" ? "Total" : "Total de l’avoir";
  return (
    <View>
      {shown.map(([label, cents]) => (
        <View key={label} style={styles.total}>
          <Text style={shared.muted}>{label}</Text>
          <Text style={shared.figure}>{money(cents, currency)}</Text>
        </View>
      ))}
      {vatInEuro === undefined ? null : (
        <View style={styles.total}>
          <Text style={shared.muted}>{`Soit TVA en euros (cours ${vatInEuro.rate.source})`}</Text>
          <Text style={shared.figure}>{money(vatInEuro.vatCents, "EUR")}</Text>
        </View>
      )}
      <View style={[styles.total, styles.grand]}>
        <Text>{taxed ? `${grandLabel} TTC` : grandLabel}</Text>
        <Text style={shared.figure}>{money(totals.grossCents, currency)}</Text>
      </View>
    </View>
  );
}

function Settlement({ invoice }: { readonly invoice: NumberedInvoice }) {
  const { payments, totals, currency, dueOn, kind } = invoice;
  const dueLabel = kind === "credit_note" ? "Reste à rembourser" : `À payer le ${dueOn ? shortDay(dueOn) : ""}`;
  return (
    <View style={styles.settlement}>
      <Text style={{ fontWeight: 600, color: totals.dueCents === 0 ? SETTLED : INK }}>
        {settlementSentence(invoice)}
      </Text>
      {payments.map((payment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: payments have no id and the paper is rendered once
        <View key={index} style={styles.total}>
          <Text style={styles.totalLabel}>{paymentWords(payment, kind)}</Text>
          <Text style={shared.figure}>{money(payment.amountCents, currency)}</Text>
        </View>
      ))}
      {totals.dueCents === 0 ? null : (
        <View style={[styles.total, shared.strong]}>
          <Text>{dueLabel}</Text>
          <Text style={shared.figure}>{money(totals.dueCents, currency)}</Text>
        </View>
      )}
    </View>
  );
}

function paymentWords({ method, paidOn }: InvoicePayment, kind: NumberedInvoice["kind"]): string {
  if (method === "carried_over") return "Reporté sur la nouvelle facture";
  return kind === "invoice" ? `${PAYMENT_WORDS[method]}, le ${shortDay(paidOn)}` : `Remboursé le ${shortDay(paidOn)}`;
}
