import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { ACCENT, LINE, MUTED, shared } from "@/lib/server/pdf/theme";

/** Written as creator and producer of every paper; also in the XMP, which must agree. */
export const PRODUCER = "Espace vendeur";

const styles = StyleSheet.create({
  header: {
    flexDirection: "row",
    justifyContent: "space-between",
    columnGap: 24,
    paddingBottom: 14,
    borderBottomWidth: 1.5,
    borderBottomColor: ACCENT,
  },
  brand: { flexShrink: 1, maxWidth: 300 },
  brandName: { fontSize: 15, fontWeight: 600, lineHeight: 1.2 },
  brandUnder: { color: MUTED },
  titleBlock: { flexShrink: 0, alignItems: "flex-end" },
  title: { fontSize: 19, fontWeight: 600, color: ACCENT, lineHeight: 1.15 },
  facts: { marginTop: 4, alignItems: "flex-end" },
  fact: { flexDirection: "row", columnGap: 5 },
  content: { flexGrow: 1 },
  footer: {
    marginTop: 12,
    paddingTop: 7,
    borderTopWidth: 0.5,
    borderTopColor: LINE,
    flexDirection: "row",
    justifyContent: "space-between",
    columnGap: 20,
    fontSize: 7,
    color: MUTED,
  },
  footerText: { flexShrink: 1, maxWidth: 380 },
  pageNumber: { width: 110, textAlign: "right" },
});

export type PaperProps = {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly brand: { readonly name: string; readonly under: readonly string[] };
  readonly footer: string;
  readonly createdAt: Date;
  readonly conformance?: "PDF/A-3b";
  readonly children: ReactNode;
};

/** What all papers share: A4, the seller's name facing the title, and on each page the legal line and its number. */
export function Paper({ title, facts, brand, footer, createdAt, conformance = "PDF/A-3b", children }: PaperProps) {
  const number = facts[0]?.[1];
  const named = number === undefined ? title : `${title} ${number}`;
  return (
    <Document
      title={named}
      author={brand.name}
      creator={PRODUCER}
      producer={PRODUCER}
      language="fr-FR"
      creationDate={createdAt}
      conformance={conformance}
    >
      <Page
        size="A4"
        style={shared.page}
        layout={({ children: content, pageNumber, totalPages }) => (
          <>
            <View style={styles.content}>{content}</View>
            <View style={styles.footer}>
              <Text style={styles.footerText}>{footer}</Text>
              <View style={styles.pageNumber}>
                {/* A sheet that comes apart from the first one says what it belongs to. */}
                {(pageNumber ?? 1) > 1 && <Text>{named}</Text>}
                <Text>{`Page ${pageNumber ?? 1} sur ${totalPages ?? 1}`}</Text>
              </View>
            </View>
          </>
        )}
      >
        <View style={shared.body}>
          <View style={styles.header}>
            <View style={styles.brand}>
              <Text style={styles.brandName}>{brand.name}</Text>
              {brand.under.map((text) => (
                <Text key={text} style={styles.brandUnder}>
                  {text}
                </Text>
              ))}
            </View>
            <View style={styles.titleBlock}>
              <Text style={styles.title}>{title}</Text>
              <View style={styles.facts}>
                {facts.map(([label, value]) => (
                  <View key={label} style={styles.fact}>
                    <Text style={shared.muted}>{label}</Text>
                    <Text style={shared.strong}>{value}</Text>
                  </View>
                ))}
              </View>
            </View>
          </View>
          {children}
        </View>
      </Page>
    </Document>
  );
}
