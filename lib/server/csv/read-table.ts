import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "@/lib/server/csv/decode";

export type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] };
/** `row` counts as a spreadsheet does, the header being row 1 (2 after Excel's `sep=` line). */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

export type TableRefusal = {
  readonly code: "empty_file" | "not_text" | "broken_quotes" | "unreadable_row";
  readonly row: number | null;
};

const DELIMITERS = [";", ",", "\t", "|"] as const;
/** One row of an order file is a few hundred characters; a file without line ends is refused early. */
const LONGEST_ROW = 100_000;

/** A delimited text file as rows of trimmed cells. */
export function readTable(bytes: Uint8Array): Table | TableRefusal {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { code: "not_text", row: null };
  const text = decoded.replace(/^\uFEFF/, "");
  if (text.trim() === "") return { code: "empty_file", row: null };
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const offset = declared ? 1 : 0;
  try {
    const records: TableRow[] = [];
    parse(body, {
      delimiter: declared?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: LONGEST_ROW,
      on_record: (record: readonly string[], { lines }) => {
        records.push({ row: lines + offset, cells: record.map(cellText) });
        return null;
      },
    });
    const [head, ...rows] = records;
    return { header: head?.cells ?? [], rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  } catch (error) {
    if (error instanceof CsvError) return refusalOf(error, offset);
    throw error;
  }
}

/** The sign that parts the header most often, outside quotes. */
function delimiterOf(text: string): string {
  const header = (/^.*$/m.exec(text.trimStart())?.[0] ?? "").replace(/"[^"]*"/g, "");
  const [best] = DELIMITERS.map((sign) => ({ sign, count: header.split(sign).length })).sort(
    (a, b) => b.count - a.count,
  );
  return best?.sign ?? ";";
}

/** Excel keeps leading zeros when a cell is written ="00123". */
function cellText(cell: string): string {
  return /^="(.*)"$/.exec(cell)?.[1] ?? cell;
}

function refusalOf(error: CsvError, offset: number): TableRefusal {
  const row = typeof error.lines === "number" ? error.lines + offset : null;
  return { code: error.code.includes("QUOTE") ? "broken_quotes" : "unreadable_row", row };
}
