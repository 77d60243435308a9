import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { PostalAddress } from "@/lib/orders/order";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";
import { addressLines } from "@/lib/server/pdf/address-block";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { longDay, shortDay } from "@/lib/server/pdf/french-format";
import { Facts, Heading, Items, type PaperItem, Paragraph } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { legalLine, sellerBrand } from "@/lib/server/pdf/seller-brand";
import { ACCENT, MUTED, shared } from "@/lib/server/pdf/theme";

const styles = StyleSheet.create({
  label: { marginTop: 18, padding: 16, borderWidth: 1.2, borderColor: ACCENT, borderRadius: 4, flexDirection: "row" },
  to: { flexGrow: 1, flexBasis: 0, fontSize: 13, lineHeight: 1.4 },
  reference: { width: 170, alignItems: "flex-end", justifyContent: "center" },
  referenceText: { fontSize: 17, fontWeight: 600, lineHeight: 1.2 },
  cut: { marginTop: 14, borderTopWidth: 0.8, borderTopColor: MUTED, borderStyle: "dashed", paddingTop: 4 },
});

/** What a complete return procedure says, as plain data. `means` and `nextStep` are sentences of the answer. */
export type ReturnSlip = {
  readonly seller: SellerIdentity;
  readonly reference: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly returnAddress: PostalAddress;
  readonly items: readonly PaperItem[];
  readonly sendBefore: IsoDate;
  readonly paidBy: "seller" | "customer";
  readonly means?: string | undefined;
  readonly packing?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly issuedOn: IsoDate;
  readonly createdAt: Date;
};

/** The slip to put in the parcel: its upper part can be cut out and glued as the address. */
export async function renderReturnSlipPdf({ createdAt, ...slip }: ReturnSlip): Promise<Uint8Array> {
  await loadFonts();
  const printed = readableCopy(slip);
  return renderPaper(() => <ReturnSlipPaper slip={{ ...printed, createdAt }} />);
}

function ReturnSlipPaper({ slip }: { readonly slip: ReturnSlip }) {
  return (
    <Paper
      title="Bon de retour"
      facts={[
        ["Référence", slip.reference],
        ["Établi le", shortDay(slip.issuedOn)],
      ]}
      brand={sellerBrand(slip.seller)}
      footer={legalLine(slip.seller)}
      createdAt={slip.createdAt}
    >
      <View style={styles.label}>
        <View style={styles.to}>
          <Text style={shared.label}>À renvoyer à</Text>
          <Text style={shared.strong}>{slip.returnAddress.name}</Text>
          {addressLines(slip.returnAddress).map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </View>
        <View style={styles.reference}>
          <Text style={shared.label}>Référence du retour</Text>
          <Text style={styles.referenceText}>{slip.reference}</Text>
        </View>
      </View>
      <View style={styles.cut}>
        <Text style={shared.small}>
          Découpez ici pour coller l’adresse sur le colis, et glissez le reste à l’intérieur.
        </Text>
      </View>
      <Facts
        rows={[
          ["Commande", slip.orderNumber],
          ["Client", slip.customerName],
          ["À envoyer au plus tard", longDay(slip.sendBefore)],
          ["Frais de retour", slip.paidBy === "seller" ? "À la charge du vendeur" : "À votre charge"],
          ["Comment envoyer", slip.means],
        ]}
      />
      <Heading>À mettre dans le colis</Heading>
      <Items items={slip.items} />
      {slip.packing === undefined ? null : <Paragraph>{slip.packing}</Paragraph>}
      <Heading>Et ensuite</Heading>
      <Paragraph>{slip.nextStep ?? "Gardez la preuve de dépôt remise par le transporteur."}</Paragraph>
    </Paper>
  );
}
