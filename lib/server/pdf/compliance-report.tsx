import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { CountedRow } from "@/lib/compliance/counted";
import { formatDay, formatInstant, formatMonth, formatNumber } from "@/lib/i18n/format";
import { reportTables } from "@/lib/server/compliance/report-tables";
import { loadFonts } from "@/lib/server/pdf/fonts";
import { Heading, Paragraph } from "@/lib/server/pdf/letter-parts";
import { Paper } from "@/lib/server/pdf/paper";
import { readableCopy } from "@/lib/server/pdf/readable-text";
import { renderPaper } from "@/lib/server/pdf/render-paper";
import { LINE, MUTED } from "@/lib/server/pdf/theme";
import type { RegisterCell, RegisterTable } from "@/lib/server/register/register-table";

export type ComplianceReport = {
  readonly sellerName: string;
  readonly marketplaceName: string;
  readonly month: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly now: string;
  readonly zone: string;
  readonly rows: readonly CountedRow[];
};

const styles = StyleSheet.create({
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: LINE, paddingVertical: 3, columnGap: 6 },
  name: { flexGrow: 1, flexBasis: 190 },
  cell: { width: 52, textAlign: "right" },
  head: { color: MUTED, fontSize: 7.5 },
});

/** A seller's figures of one month on paper, as they were counted at the instant it bears. */
export async function renderComplianceReportPdf(report: ComplianceReport): Promise<Uint8Array> {
  await loadFonts();
  const { rows, ...words } = report;
  const printed = readableCopy(words);
  return renderPaper(() => <ReportPaper report={{ ...printed, rows }} />);
}

function ReportPaper({ report }: { readonly report: ComplianceReport }) {
  const { sellerName, marketplaceName, month, fromOn, toOn, now, zone, rows } = report;
  const at = formatInstant(new Date(now), zone, "fr", "long");
  return (
    <Paper
      title="Rapport de conformité"
      facts={[["Mois", formatMonth(month, "fr")]]}
      brand={{ name: sellerName, under: [marketplaceName] }}
      footer={`Chiffres comptés le ${at}, recalculables à partir du seul journal. Intervalles de Wilson à 95 %.`}
      createdAt={new Date(now)}
    >
      <Paragraph>
        {`Délais échus du ${formatDay(fromOn, "fr")} au ${formatDay(toOn, "fr")}. Un délai compte au jour de son échéance : respecté, ou manqué dès sa borne, répondu ensuite ou non. Les délais en cours n’entrent dans aucun taux.`}
      </Paragraph>
      {reportTables(rows, "fr").map((table) => (
        <Block key={table.name} table={table} />
      ))}
    </Paper>
  );
}

function Block({ table }: { readonly table: RegisterTable }) {
  return (
    <View wrap={false}>
      <Heading>{table.name}</Heading>
      <View style={[styles.row, styles.head]}>
        {table.head.map((title, place) => (
          <Text key={title} style={place === 0 ? styles.name : styles.cell}>
            {title}
          </Text>
        ))}
      </View>
      {table.rows.map((cells) => (
        <View key={textOf(cells[0])} style={styles.row}>
          {cells.map((cell, place) => (
            <Text key={table.head[place]} style={place === 0 ? styles.name : styles.cell}>
              {textOf(cell)}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function textOf(cell: RegisterCell | undefined): string {
  if (!cell) return "";
  if (cell.kind === "text") return cell.text;
  return formatNumber(cell.kind === "count" ? cell.value : cell.cents / 100, "fr");
}
