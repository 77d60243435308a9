import type { Instant } from "@/lib/calendar/instant";
import type { CsvProblem } from "@/lib/orders/csv";
import { isDayOnly, parseCell } from "@/lib/orders/csv-cells";
import {
  DEED_COLUMNS,
  DEED_KIND_COLUMN,
  DEED_NUMBER_COLUMN,
  DEED_WORDS,
  type DeedColumn,
  type DeedKind,
  deedColumnAt,
  deedColumnOf,
} from "@/lib/orders/deed-columns";
import {
  type ParcelBody,
  parcelSchema,
  type RefundBody,
  type ReturnBody,
  refundSchema,
  returnSchema,
} from "@/lib/orders/schema";
import { codesOf } from "@/lib/server/api/issues";
import { readTable, type Table, type TableRow } from "@/lib/server/csv/read-table";

/** Rows one file may have: they are recorded while its sender waits. */
export const MOST_DEEDS = 500;

/** A deed as its row tells it, ready to be recorded. */
export type FileDeed = { readonly row: number; readonly number: string } & (
  | { readonly kind: "refund"; readonly body: RefundBody }
  | { readonly kind: "shipment"; readonly body: ParcelBody }
  | { readonly kind: "return"; readonly body: ReturnBody }
);

export type DeedFile = {
  readonly deeds: readonly FileDeed[];
  readonly rowCount: number;
  readonly problems: readonly CsvProblem[];
};

/** Read a file of refunds, shipments and returns: what can be recorded, and what is wrong, row by row. */
export function readDeedFile(bytes: Uint8Array, now: Instant): DeedFile {
  const table = readTable(bytes);
  if ("code" in table) return unreadable([{ ...FILE, row: table.row, code: table.code }]);
  const problems = headerProblems(table);
  if (problems.some(({ severity }) => severity === "error")) return unreadable(problems);
  if (table.rows.length === 0) return unreadable([...problems, { ...FILE, code: "no_rows" }]);
  if (table.rows.length > MOST_DEEDS)
    return unreadable([{ ...FILE, code: "too_many_rows", values: { limit: MOST_DEEDS } }]);
  const columns = table.header.map(deedColumnOf);
  const read = table.rows.map((row) => readRow(row, columns, now));
  return {
    deeds: read.flatMap(({ deed }) => (deed ? [deed] : [])),
    rowCount: table.rows.length,
    problems: [...problems, ...read.flatMap((row) => row.problems)],
  };
}

const FILE = { severity: "error", row: null, column: null, value: null } as const;

function unreadable(problems: readonly CsvProblem[]): DeedFile {
  return { deeds: [], rowCount: 0, problems };
}

function headerProblems({ header }: Table): CsvProblem[] {
  const columns = header.map(deedColumnOf);
  const about = { row: 1, value: null } as const;
  return [
    ...DEED_COLUMNS.filter((column) => column.required && !columns.includes(column)).map(
      ({ name }): CsvProblem => ({ severity: "error", ...about, column: name, code: "missing_column" }),
    ),
    ...header.flatMap((name, index): CsvProblem[] => {
      const column = columns[index];
      if (column && columns.indexOf(column) < index)
        return [{ severity: "error", ...about, column: name, code: "duplicate_column" }];
      return column || name === "" ? [] : [{ severity: "warning", ...about, column: name, code: "unknown_column" }];
    }),
  ];
}

type ReadRow = { readonly deed?: FileDeed; readonly problems: readonly CsvProblem[] };
type Cells = ReadonlyMap<DeedColumn, string>;

function readRow({ row, cells }: TableRow, columns: readonly (DeedColumn | undefined)[], now: Instant): ReadRow {
  const named = new Map<DeedColumn, string>();
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (column && cell !== "") named.set(column, cell);
  }
  const number = cellOf(named, DEED_NUMBER_COLUMN);
  const kindText = cellOf(named, DEED_KIND_COLUMN);
  const kind = kindText === undefined ? undefined : DEED_WORDS[kindText.toLowerCase()];
  const problems = [
    ...(number === undefined ? [problemAt(row, DEED_NUMBER_COLUMN, null, "required")] : []),
    ...(kindText === undefined ? [problemAt(row, DEED_KIND_COLUMN, null, "required")] : []),
    ...(kindText !== undefined && kind === undefined
      ? [{ ...problemAt(row, DEED_KIND_COLUMN, kindText, "not_one_of"), values: { choices: KINDS } }]
      : []),
  ];
  if (number === undefined || kind === undefined) return { problems };
  const body = readBody(row, kind, named, now);
  if (body.problems.length > 0) return { problems: body.problems };
  const checked = check(kind, body.members);
  return checked.deed
    ? { deed: { row, number, ...checked.deed }, problems: [] }
    : { problems: checked.issues.map(({ path, code }) => located(row, kind, named, { path, code })) };
}

const KINDS = "remboursement, envoi, retour";

function cellOf(cells: Cells, name: string): string | undefined {
  return [...cells].find(([column]) => column.name === name)?.[1];
}

function problemAt(row: number, column: string | null, value: string | null, code: string): CsvProblem {
  return { severity: "error", row, column, value, code };
}

/** The members of the API's body. A day without an hour is noon, and this very moment while noon is still to come. */
function readBody(row: number, kind: DeedKind, cells: Cells, now: Instant) {
  const members: { [name: string]: unknown } = {};
  const problems: CsvProblem[] = [];
  for (const [column, text] of cells) {
    const member = column.members[kind];
    if (member === undefined) continue;
    const cell = parseCell(text, column.kind);
    if (!cell.ok) problems.push(problemAt(row, column.name, text, cell.reason));
    else if (column.kind.type === "moment" && isDayOnly(text) && isLaterToday(String(cell.value), now))
      members[member] = now;
    else members[member] = cell.value;
  }
  return { members: kind === "refund" ? { method: "–", ...members } : members, problems };
}

function isLaterToday(noon: string, now: Instant): boolean {
  return Date.parse(noon) > Date.parse(now) && Date.parse(noon) - Date.parse(now) < 12 * 3_600_000;
}

type Issues = ReturnType<typeof codesOf>;
type Checked =
  | { readonly deed: Pick<FileDeed & { readonly kind: "refund" }, "kind" | "body">; readonly issues?: never }
  | { readonly deed: Pick<FileDeed & { readonly kind: "shipment" }, "kind" | "body">; readonly issues?: never }
  | { readonly deed: Pick<FileDeed & { readonly kind: "return" }, "kind" | "body">; readonly issues?: never }
  | { readonly deed?: never; readonly issues: Issues };

function check(kind: DeedKind, members: object): Checked {
  const options = { reportInput: true } as const;
  switch (kind) {
    case "refund": {
      const read = refundSchema.safeParse(members, options);
      return read.success ? { deed: { kind, body: read.data } } : { issues: codesOf(read.error.issues) };
    }
    case "shipment": {
      const read = parcelSchema.safeParse(members, options);
      return read.success ? { deed: { kind, body: read.data } } : { issues: codesOf(read.error.issues) };
    }
    case "return": {
      const read = returnSchema.safeParse(members, options);
      return read.success ? { deed: { kind, body: read.data } } : { issues: codesOf(read.error.issues) };
    }
  }
}

/** Where a fault of a deed's body stands in the file. */
export function located(
  row: number,
  kind: DeedKind,
  cells: Cells | undefined,
  { path, code }: { readonly path: readonly PropertyKey[]; readonly code: string },
): CsvProblem {
  const column = deedColumnAt(kind, String(path[0] ?? ""));
  return problemAt(row, column?.name ?? null, (column && cells?.get(column)) ?? null, code);
}
