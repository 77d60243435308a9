import { setImmediate } from "node:timers/promises";
import type { Instant } from "@/lib/calendar/instant";
import { type CsvOrder, type CsvProblem, type CsvRow, groupRows, locate, readCsvOrder } from "@/lib/orders/csv";
import { CSV_COLUMNS, type CsvColumn, columnOf } from "@/lib/orders/csv-columns";
import { factsAfter } from "@/lib/orders/future";
import { nearestColumn } from "@/lib/orders/nearest-column";
import { type OrderBody, orderBodySchema, orderNumberSchema } from "@/lib/orders/schema";
import { orderWarnings, type SellerVat } from "@/lib/orders/warnings";
import { codesOf } from "@/lib/server/api/issues";
import { readTable, type Table } from "@/lib/server/csv/read-table";

/** Bytes an order file may have. */
export const MAX_FILE_BYTES = 20_000_000;
const MOST_ROWS = 200_000;
/** Orders checked between two turns of the event loop, so that other requests are answered meanwhile. */
const ORDERS_PER_TURN = 200;

export type FileOrder = { readonly number: string; readonly row: number; readonly body: OrderBody };

export type OrderFile = {
  /** Orders without a fault, in the order of the file. */
  readonly orders: readonly FileOrder[];
  /** Orders of the file, faulty ones included. */
  readonly orderCount: number;
  readonly rowCount: number;
  readonly problems: readonly CsvProblem[];
};

export type ReadingRules = {
  /** Nothing in an order may lie after this instant. */
  readonly latest: Instant;
  readonly seller: SellerVat;
};

/** Read an order file: what can be imported, and what is wrong, row by row. Nothing is written. */
export async function readOrderFile(bytes: Uint8Array, rules: ReadingRules): Promise<OrderFile> {
  const table = readTable(bytes);
  if ("code" in table) return unreadable([{ ...FILE, row: table.row, code: table.code }]);
  const { columns, problems } = readHeader(table.header);
  if (problems.some(({ severity }) => severity === "error")) return unreadable(problems);
  if (table.rows.length === 0) return unreadable([...problems, { ...FILE, code: "no_rows" }]);
  if (table.rows.length > MOST_ROWS)
    return unreadable([{ ...FILE, code: "too_many_rows", values: { limit: MOST_ROWS } }]);
  const rows = rowsOf(table, columns);
  const grouped = groupRows(rows);
  const orders: FileOrder[] = [];
  const found: CsvProblem[] = [...problems, ...grouped.problems];
  let read = 0;
  for (const [number, group] of grouped.groups) {
    if (read % ORDERS_PER_TURN === 0) await setImmediate();
    read += 1;
    const { order, problems: told } = checkOrder(readCsvOrder(number, group), rules);
    if (order) orders.push(order);
    found.push(...told);
  }
  return { orders, orderCount: grouped.groups.size, rowCount: rows.length, problems: found };
}

const FILE = { severity: "error", row: null, column: null, value: null } as const;

function unreadable(problems: readonly CsvProblem[]): OrderFile {
  return { orders: [], orderCount: 0, rowCount: 0, problems };
}

function readHeader(header: readonly string[]) {
  const columns = header.map(columnOf);
  const problems = CSV_COLUMNS.filter((column) => column.required && !columns.includes(column)).map(
    ({ name }): CsvProblem => ({ severity: "error", row: 1, column: name, value: null, code: "missing_column" }),
  );
  for (const [index, name] of header.entries()) {
    const column = columns[index];
    const about = { row: 1, column: name, value: null };
    if (column && columns.indexOf(column) < index) {
      problems.push({ severity: "error", ...about, code: "duplicate_column" });
    }
    if (!column && name !== "") {
      const nearest = nearestColumn(name);
      const known = nearest && { code: "unknown_column_near", values: { nearest } };
      problems.push({ severity: "warning", ...about, ...(known || { code: "unknown_column" }) });
    }
  }
  return { columns, problems };
}

function rowsOf(table: Table, columns: readonly (CsvColumn | undefined)[]): readonly CsvRow[] {
  return table.rows.map(({ row, cells }) => {
    const named = new Map<CsvColumn, string>();
    for (const [index, cell] of cells.entries()) {
      const column = columns[index];
      if (column && cell !== "") named.set(column, cell);
    }
    return { row, cells: named };
  });
}

function checkOrder(
  read: CsvOrder,
  { latest, seller }: ReadingRules,
): { readonly order: FileOrder | undefined; readonly problems: readonly CsvProblem[] } {
  const parsed = orderBodySchema.safeParse(read.body, { reportInput: true });
  const said = new Set(read.problems.map(({ row, column }) => `${row} ${column}`));
  const issues = [
    ...codesOf(orderNumberSchema.safeParse(read.number, { reportInput: true }).error?.issues ?? []).map((issue) => ({
      ...issue,
      path: ["number"],
    })),
    ...codesOf(parsed.error?.issues ?? []),
    ...(parsed.success ? factsAfter(parsed.data, latest).map((path) => ({ path, code: "in_the_future" })) : []),
  ];
  const problems = [
    ...read.problems,
    ...issues
      .map(({ path, ...issue }): CsvProblem => ({ severity: "error", ...locate(read, path), ...issue }))
      .filter(({ row, column }) => !said.has(`${row} ${column}`)),
  ];
  if (!parsed.success || problems.length > 0) return { order: undefined, problems };
  const doubts = orderWarnings(parsed.data, seller).map(
    ({ code, path }): CsvProblem => ({ severity: "warning", ...locate(read, path), code }),
  );
  return { order: { number: read.number, row: read.rows[0]?.row ?? 1, body: parsed.data }, problems: doubts };
}
