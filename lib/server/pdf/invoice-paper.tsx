import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { NumberedInvoice } from "@/lib/invoices/invoice";
import { printedName } from "@/lib/invoices/seller-block";
import { type SellerIdentity, sirenOf } from "@/lib/sellers/legal-identity";
import { AddressBlock, addressLines } from "@/lib/server/pdf/address-block";
import { groupedDigits, shortDay } from "@/lib/server/pdf/french-format";
import { InvoiceSummary } from "@/lib/server/pdf/invoice-summary";
import { InvoiceTable } from "@/lib/server/pdf/invoice-table";
import { Paper } from "@/lib/server/pdf/paper";
import { legalLine, sellerBrand } from "@/lib/server/pdf/seller-brand";
import { shared, TINT } from "@/lib/server/pdf/theme";

const styles = StyleSheet.create({
  parties: { marginTop: 16 },
  order: {
    marginTop: 16,
    paddingVertical: 7,
    paddingHorizontal: 10,
    backgroundColor: TINT,
    borderRadius: 3,
    flexDirection: "row",
    columnGap: 14,
  },
  mentions: { marginTop: 16 },
});

const TITLES = { invoice: "Facture", credit_note: "Avoir" } as const;

/** Lays an invoice or a credit note out; every figure and sentence comes from the document. */
export function InvoicePaper({ invoice, issuedAt }: { readonly invoice: NumberedInvoice; readonly issuedAt: Date }) {
  const { seller } = invoice;
  return (
    <Paper
      title={TITLES[invoice.kind]}
      facts={[
        ["N°", invoice.number],
        ["Date d’émission", shortDay(invoice.issuedOn)],
      ]}
      brand={sellerBrand(seller)}
      footer={legalLine(seller)}
      createdAt={issuedAt}
    >
      <View style={[shared.columns, styles.parties]}>
        <AddressBlock label="Vendeur" name={printedName(seller)} lines={sellerLines(seller)} />
        <AddressBlock
          label={invoice.kind === "invoice" ? "Facturé à" : "Client"}
          name={invoice.buyer.name}
          lines={buyerLines(invoice)}
        />
        {invoice.deliveryAddress === undefined ? null : (
          <AddressBlock
            label="Livré à"
            name={invoice.deliveryAddress.name}
            lines={addressLines(invoice.deliveryAddress)}
          />
        )}
      </View>
      <View style={styles.order}>
        {orderFacts(invoice).map(([label, value]) => (
          <View key={label} style={shared.column}>
            <Text style={shared.label}>{label}</Text>
            <Text style={shared.strong}>{value}</Text>
          </View>
        ))}
      </View>
      <InvoiceTable invoice={invoice} />
      <InvoiceSummary invoice={invoice} />
      <View style={styles.mentions}>
        {invoice.mentions.map(({ code, text }) => (
          <Text key={code} style={shared.small}>
            {text}
          </Text>
        ))}
      </View>
    </Paper>
  );
}

function sellerLines(seller: SellerIdentity): readonly string[] {
  const siren = sirenOf(seller);
  return [
    ...addressLines(seller.address),
    seller.siret === undefined
      ? siren === undefined
        ? undefined
        : `SIREN ${groupedDigits(siren)}`
      : `SIRET ${groupedDigits(seller.siret)}`,
    seller.vatNumber === undefined ? undefined : `TVA ${seller.vatNumber}`,
  ].filter((text) => text !== undefined);
}

function buyerLines({ buyer }: NumberedInvoice): readonly string[] {
  return [
    ...addressLines(buyer.address),
    buyer.siren === undefined ? undefined : `SIREN ${groupedDigits(buyer.siren)}`,
    buyer.vatNumber === undefined ? undefined : `TVA ${buyer.vatNumber}`,
  ].filter((text) => text !== undefined);
}

function orderFacts(invoice: NumberedInvoice): readonly (readonly [string, string])[] {
  const { order, shippedOn, deliveredOn, precedingInvoice, buyer, kind } = invoice;
  const preceding = kind === "credit_note" ? "Sur la facture" : "Remplace la facture";
  const facts = [
    ["Commande", order.number],
    ["Date de la vente", shortDay(order.placedOn)],
    ["Expédiée le", shippedOn && shortDay(shippedOn)],
    ["Livrée le", deliveredOn && shortDay(deliveredOn)],
    ["Bon de commande", buyer.purchaseOrder],
    [preceding, precedingInvoice && `${precedingInvoice.number} du ${shortDay(precedingInvoice.issuedOn)}`],
  ] as const;
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}
