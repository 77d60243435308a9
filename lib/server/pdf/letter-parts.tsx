import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { LINE, shared, TINT } from "@/lib/server/pdf/theme";

const styles = StyleSheet.create({
  text: { fontSize: 10.5, lineHeight: 1.45, marginTop: 9 },
  heading: { fontSize: 11, fontWeight: 600, marginTop: 20, marginBottom: 2 },
  facts: { marginTop: 16, padding: 12, backgroundColor: TINT, borderRadius: 3, rowGap: 6 },
  fact: { flexDirection: "row", columnGap: 12 },
  factLabel: { width: 130 },
  factValue: { flexGrow: 1, flexBasis: 0, fontWeight: 600 },
  item: { flexDirection: "row", columnGap: 10, paddingVertical: 5, borderBottomWidth: 0.5, borderBottomColor: LINE },
  itemName: { flexGrow: 1, flexBasis: 0 },
});

export type PaperItem = { readonly name: string; readonly sku: string; readonly quantity: number };

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return <Text style={styles.text}>{children}</Text>;
}

export function Heading({ children }: { readonly children: string }) {
  return (
    <Text style={styles.heading} minPresenceAhead={40}>
      {children}
    </Text>
  );
}

/** Labels and values in a tinted box; a value that is unknown leaves its row out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: string | undefined])[] }) {
  return (
    <View style={styles.facts}>
      {rows
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([label, value]) => (
          <View key={label} style={styles.fact}>
            <Text style={[shared.muted, styles.factLabel]}>{label}</Text>
            <Text style={styles.factValue}>{value}</Text>
          </View>
        ))}
    </View>
  );
}

export function Items({ items }: { readonly items: readonly PaperItem[] }) {
  return (
    <View>
      {items.map((item) => (
        <View key={`${item.sku} ${item.name}`} style={styles.item} wrap={false}>
          <Text style={shared.strong}>{`${item.quantity} ×`}</Text>
          <Text style={styles.itemName}>{item.name}</Text>
          <Text style={shared.muted}>{`Réf. ${item.sku}`}</Text>
        </View>
      ))}
    </View>
  );
}
