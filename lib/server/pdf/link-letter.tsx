import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { dayIn, formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import type { PostalAddress } from "@/lib/orders/order";
import { addressLines } from "@/lib/server/pdf/address-block";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { PRODUCER } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { INK, LINE, MUTED, shared, TINT } from "@/lib/server/pdf/theme";

const MM = 72 / 25.4;

/** The address shows through the right-hand window of a French DL envelope once the sheet is folded in three. */
const styles = StyleSheet.create({
  sheet: { ...shared.page, fontSize: 12, paddingTop: 15 * MM, paddingHorizontal: 20 * MM, paddingBottom: 18 * MM },
  sender: { width: 80 * MM, lineHeight: 1.1 },
  recipient: { position: "absolute", left: 110 * MM, top: 48 * MM, width: 82 * MM, lineHeight: 1.1 },
  body: { marginTop: 60 * MM, lineHeight: 1.25, color: INK },
  line: { marginTop: 10 },
  box: { marginTop: 16, padding: 14, backgroundColor: TINT, borderWidth: 1, borderColor: LINE, borderRadius: 3 },
  label: { color: MUTED, fontSize: 11 },
  address: { fontSize: 15, fontWeight: 600, lineHeight: 1.4 },
  code: { fontSize: 20, fontWeight: 600, letterSpacing: 1.5, lineHeight: 1.4 },
});

export type LinkLetter = {
  readonly marketplace: { readonly name: string; readonly postalAddress: string; readonly contactEmail: string };
  readonly name: string;
  readonly address: PostalAddress;
  readonly seller: string;
  readonly orderNumber: string;
  readonly reference: string;
  readonly shortAddress: string;
  readonly code: string;
  readonly writtenAt: Date;
  readonly locale: Locale;
};

/** The customer's link on paper, for who has no e-mail: large type, a short address, and a code to copy. */
export async function renderLinkLetterPdf(letter: LinkLetter): Promise<Uint8Array> {
  await loadFonts();
  const { writtenAt, ...words } = letter;
  // Cut into lines before: a text made readable has lost its line ends.
  const sender = readableCopy(words.marketplace.postalAddress.split(/\r?\n/));
  const printed = { ...readableCopy(words), writtenAt };
  return renderPaper(() => letterSheet(printed, sender));
}

function letterSheet(
  letter: LinkLetter,
  sender: readonly string[],
): ReactElement<React.ComponentProps<typeof Document>> {
  const t = translatorFor(letter.locale);
  const { marketplace, seller, reference, orderNumber, name, address } = letter;
  const day = formatDay(dayIn(letter.writtenAt, "Europe/Paris"), letter.locale);
  return (
    <Document
      title={t("letter.title", { reference })}
      author={marketplace.name}
      creator={PRODUCER}
      producer={PRODUCER}
      language={letter.locale}
      creationDate={letter.writtenAt}
    >
      <Page size="A4" style={styles.sheet}>
        <View style={styles.sender}>
          <Text style={shared.strong}>{marketplace.name}</Text>
          {sender.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </View>
        <View style={styles.recipient}>
          {[address.name || name, ...addressLines(address)].map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </View>
        <View style={styles.body}>
          <Text>{t("letter.date", { day })}</Text>
          <Text style={[styles.line, shared.strong]}>{t("letter.subject", { reference, orderNumber })}</Text>
          <Text style={styles.line}>{t("letter.hello")}</Text>
          <Text style={styles.line}>{t("letter.why", { seller })}</Text>
          <View style={styles.box} wrap={false}>
            <Text style={styles.label}>{t("letter.address")}</Text>
            <Text style={styles.address}>{letter.shortAddress}</Text>
            <Text style={[styles.label, styles.line]}>{t("letter.code")}</Text>
            <Text style={styles.code}>{letter.code}</Text>
          </View>
          <Text style={styles.line}>{t("letter.secret")}</Text>
          <Text style={styles.line}>{t("letter.otherwise", { marketplace: marketplace.name })}</Text>
          <Text style={[styles.line, shared.strong]}>{marketplace.name}</Text>
        </View>
      </Page>
    </Document>
  );
}
