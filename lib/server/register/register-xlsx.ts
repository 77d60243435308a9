import writeXlsxFile, { type Row } from "write-excel-file/node";
import type { RegisterCell, RegisterTable } from "@/lib/server/register/register-table";

const WIDEST = 40;

/** One sheet per table; amounts are numbers, everything else is text, so that nothing is ever a formula. */
export async function xlsxOf(tables: readonly RegisterTable[]): Promise<Buffer> {
  return writeXlsxFile(
    tables.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((title, place) => ({ width: widthOf(title, rows, place) })),
      data: [head.map((title) => ({ value: title, type: String, fontWeight: "bold" as const })), ...rows.map(rowOf)],
    })),
  ).toBuffer();
}

function rowOf(row: readonly RegisterCell[]): Row {
  return row.map(xlsxCell);
}

function xlsxCell(cell: RegisterCell): Row[number] {
  switch (cell.kind) {
    case "amount":
      return { value: cell.cents / 100, type: Number, format: "#,##0.00" };
    case "count":
      return { value: cell.value, type: Number };
    case "text":
      return cell.text === "" ? null : { value: cell.text, type: String };
  }
}

/** Wide enough for the first rows, within reason. */
function widthOf(title: string, rows: RegisterTable["rows"], place: number): number {
  const texts = rows.slice(0, 50).map((row) => {
    const cell = row[place];
    return cell?.kind === "text" ? cell.text.length : 12;
  });
  return Math.min(WIDEST, Math.max(title.length, ...texts) + 2);
}
