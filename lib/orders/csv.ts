import { parseInstant } from "@/lib/calendar/instant";
import { isDayOnly, parseCell } from "@/lib/orders/csv-cells";
import { type CsvColumn, columnAt, NUMBER_COLUMN } from "@/lib/orders/csv-columns";

/** What is wrong with a file, one row and one column at a time; words live in the message files. */
export type CsvProblem = {
  readonly severity: "error" | "warning";
  /** As a spreadsheet counts, the header being row 1; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** A row of the file: its cells by column, trimmed; an empty cell is absent. */
export type CsvRow = { readonly row: number; readonly cells: ReadonlyMap<CsvColumn, string> };

/** An order as the file tells it, not yet checked by the schema of orders. */
export type CsvOrder = {
  readonly number: string;
  readonly rows: readonly CsvRow[];
  /** First row of each parcel. */
  readonly parcelRows: readonly CsvRow[];
  readonly body: unknown;
  readonly problems: readonly CsvProblem[];
};

type Member = { [name: string]: unknown };

/** Rows by order number, in the order in which the numbers appear. */
export function groupRows(rows: readonly CsvRow[]): {
  readonly groups: ReadonlyMap<string, readonly CsvRow[]>;
  readonly problems: readonly CsvProblem[];
} {
  const numberColumn = columnAt("order", "number");
  const groups = new Map<string, CsvRow[]>();
  const problems: CsvProblem[] = [];
  for (const row of rows) {
    const number = numberColumn && row.cells.get(numberColumn);
    if (number === undefined) {
      problems.push({ severity: "error", row: row.row, column: NUMBER_COLUMN, value: null, code: "required" });
      continue;
    }
    const group = groups.get(number);
    if (group) group.push(row);
    else groups.set(number, [row]);
  }
  return { groups, problems };
}

/** One order of the file: what concerns the whole order on its first row, a line per row, parcels by their number. */
export function readCsvOrder(number: string, rows: readonly CsvRow[]): CsvOrder {
  const problems: CsvProblem[] = [];
  const [first] = rows;
  if (!first) throw new Error("An order of a file has at least one row");
  const head = readPart(orderCells(rows, problems), "order", problems);
  const lines = rows.map((row) => readPart(row, "line", problems));
  const { parcels, parcelRows } = readParcels(rows, lines, problems);
  const body = { ...withDefaults(head, lines), lines, ...(parcels.length > 0 ? { parcels } : {}) };
  return { number, rows, parcelRows, body, problems };
}

/** The row and column a member of the order's body came from. */
export function locate(
  { rows, parcelRows }: CsvOrder,
  path: readonly PropertyKey[],
): { readonly row: number; readonly column: string | null; readonly value: string | null } {
  const [head, index, ...rest] = path;
  const part = head === "lines" ? "line" : head === "parcels" ? "parcel" : "order";
  const source = (part === "line" ? rows : parcelRows)[Number(index)];
  const row = part === "order" ? rows[0] : (source ?? rows[0]);
  const field = part === "order" ? path : rest;
  const column = columnAt(part, field.map(String).join(".")) ?? columnAt(part, String(field[0]));
  return {
    row: row?.row ?? 1,
    column: column?.name ?? null,
    value: (column && row?.cells.get(column)) ?? null,
  };
}

/** Cells of the whole order: the first that says something; another that says otherwise is an error. */
function orderCells(rows: readonly CsvRow[], problems: CsvProblem[]): CsvRow {
  const cells = new Map<CsvColumn, string>();
  for (const row of rows) {
    for (const [column, value] of row.cells) {
      if (column.part !== "order") continue;
      const said = cells.get(column);
      if (said === undefined) cells.set(column, value);
      else if (said !== value) {
        const values = { expected: said };
        problems.push({
          severity: "error",
          row: row.row,
          column: column.name,
          value,
          code: "differs_from_first_row",
          values,
        });
      }
    }
  }
  return { row: rows[0]?.row ?? 1, cells };
}

function readPart({ row, cells }: CsvRow, part: CsvColumn["part"], problems: CsvProblem[]): Member {
  const member: Member = {};
  for (const [column, text] of cells) {
    if (column.part !== part || column.name === NUMBER_COLUMN) continue;
    const cell = parseCell(text, column.kind);
    if (cell.ok) {
      put(member, column.path, cell.value);
      continue;
    }
    const choices = column.kind.type === "choice" ? column.kind.shown.join(", ") : "";
    problems.push({
      severity: "error",
      row,
      column: column.name,
      value: text,
      code: cell.reason,
      ...(choices ? { values: { choices } } : {}),
    });
  }
  return member;
}

function put(member: Member, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    member[name] = value;
    return;
  }
  const inner = member[name];
  const target: Member = isMember(inner) ? inner : {};
  member[name] = target;
  put(target, rest, value);
}

function isMember(value: unknown): value is Member {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a file need not say: France, euros, the customer's own name, no shipping cost, VAT of the first line on it. */
function withDefaults(head: Member, lines: readonly Member[]): Member {
  // A missing customer is said once, not again for each address.
  const name = (isMember(head.customer) ? head.customer.name : undefined) ?? "?";
  const addressed = (address: unknown) => (isMember(address) ? { name, country: "FR", ...address } : address);
  return {
    currency: "EUR",
    shippingCents: 0,
    shippingVatRateBps: lines[0]?.vatRateBps,
    ...head,
    shippingAddress: addressed(head.shippingAddress ?? {}),
    ...(head.billingAddress ? { billingAddress: addressed(head.billingAddress) } : {}),
    ...(isMember(head.shipFrom) ? { shipFrom: { country: "FR", ...head.shipFrom } } : {}),
  };
}

/** Parcels by carrier and number; with several of them, each holds the lines of its rows. */
function readParcels(rows: readonly CsvRow[], lines: readonly Member[], problems: CsvProblem[]) {
  const found = new Map<string, { readonly row: CsvRow; readonly parcel: Member; readonly held: Member[] }>();
  for (const [index, row] of rows.entries()) {
    const parcel = readPart(row, "parcel", problems);
    if (Object.keys(parcel).length === 0) continue;
    settleDays(parcel, row);
    const key = JSON.stringify([parcel.carrier, parcel.trackingNumber]);
    const line = lines[index];
    const entry = found.get(key) ?? { row, parcel, held: [] };
    entry.held.push({ lineId: line?.lineId ?? line?.sku, quantity: line?.quantity });
    found.set(key, entry);
  }
  const entries = [...found.values()];
  const everything = entries.length === 1 && entries[0]?.held.length === rows.length;
  return {
    parcels: entries.map(({ parcel, held }) => (everything ? parcel : { ...parcel, lines: held })),
    parcelRows: entries.map(({ row }) => row),
  };
}

/** A day without an hour is no earlier than the dispatch of the same day. */
function settleDays(parcel: Member, row: CsvRow): void {
  const shippedAt = asInstant(parcel.shippedAt);
  if (shippedAt === undefined) return;
  for (const [column, text] of row.cells) {
    const [name = ""] = column.path;
    if (column.part !== "parcel" || column.kind.type !== "moment" || name === "shippedAt" || !isDayOnly(text)) continue;
    const at = asInstant(parcel[name]);
    if (at !== undefined && at < shippedAt && at.slice(0, 10) === shippedAt.slice(0, 10)) parcel[name] = shippedAt;
  }
}

function asInstant(value: unknown): string | undefined {
  const parsed = typeof value === "string" ? parseInstant(value) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}
