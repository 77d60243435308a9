import { readFileSync, writeFileSync } from "node:fs";

/** Numbers below a limit, the same in every run (mulberry32). */
export function seededNumbers(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
type Pick = ReturnType<typeof seededNumbers>;

/** Columns a change must be noticed in, and those that say which row it is. */
export const TABLES = {
  events: { key: ["seq"], bytes: ["seller_id", "at_text", "at", "actor", "type", "payload_hash", "prev_hash", "hash"] },
  event_payloads: { key: ["seq"], bytes: ["seller_id", "salt", "payload"] },
  event_heads: { key: ["stream_id"], bytes: ["seller_id", "hash"] },
  journal_leaves: { key: ["seq"], bytes: ["seller_id", "hash"] },
  journal_roots: { key: ["number"], bytes: ["day", "at_text", "tree_root", "prev_hash", "hash"] },
  documents: { key: ["id"], bytes: ["sha256", "storage_key"] },
  invoices: { key: ["id"], bytes: ["pdf_sha256", "pdf"] },
} as const;
export type Table = keyof typeof TABLES;
export const TABLE_NAMES: readonly Table[] = [
  "events",
  "event_payloads",
  "event_heads",
  "journal_leaves",
  "journal_roots",
  "documents",
  "invoices",
];

type Value = string | number | boolean | null | object;
export type Row = Readonly<Record<string, Value>>;
export type Kept = Readonly<Record<Table, readonly Row[]>>;

/** What a table looks like after one change, and the names the verification may give to the row. */
export type Alteration = {
  readonly table: Table;
  readonly told: string;
  readonly rows: readonly Row[];
  readonly names: readonly string[];
};

/** A byte changed, a row less, one more, or two rows in each other's place. */
export function alteration(kept: Kept, pick: Pick): Alteration {
  const table = TABLE_NAMES[pick(TABLE_NAMES.length)] ?? "events";
  const at = pick(kept[table].length);
  const acts = [changedByte, changedByte, changedByte, removedRow, swappedRows, insertedRow];
  return (acts[pick(acts.length)] ?? changedByte)(kept, { table, at, pick });
}

type Place = { readonly table: Table; readonly at: number; readonly pick: Pick };

function changedByte(kept: Kept, { table, at, pick }: Place): Alteration {
  const row = rowAt(kept, table, at);
  const columns = TABLES[table].bytes.filter((column) => row[column] !== null);
  const column = columns[pick(columns.length)] ?? "hash";
  const altered = { ...row, [column]: otherText(String(row[column]), pick) };
  const rows = kept[table].with(at, altered);
  return { table, told: `a byte of ${column} of ${nameOf(table, row)}`, rows, names: [nameOf(table, row)] };
}

/** Another digit for one of the text's, or another letter where there is none: still a hash, a date, a UUID. */
function otherText(text: string, pick: Pick): string {
  const from = text.startsWith("\\x") ? 2 : 0;
  const places = [...text].flatMap((mark, place) => (place >= from && /[0-9]/.test(mark) ? [place] : []));
  const isDate = /^\d{4}-\d\d-\d\d/.test(text);
  const place = isDate ? 3 : (places[pick(places.length)] ?? pick(text.length));
  const mark = text.charAt(place);
  const other = /[0-9]/.test(mark) ? String((Number(mark) + 1 + pick(8)) % 10) : mark === "x" ? "y" : "x";
  return text.slice(0, place) + other + text.slice(place + 1);
}

function removedRow(kept: Kept, { table, at }: Place): Alteration {
  const row = rowAt(kept, table, at);
  const rows = kept[table].toSpliced(at, 1);
  return { table, told: `${nameOf(table, row)} taken away`, rows, names: [nameOf(table, row)] };
}

/** What two rows hold is exchanged; each keeps its key. */
function swappedRows(kept: Kept, { table, at, pick }: Place): Alteration {
  const row = rowAt(kept, table, at);
  const { bytes } = TABLES[table];
  const others = kept[table].filter((other) => bytes.some((column) => other[column] !== row[column]));
  const other = others[pick(others.length)];
  if (!other) return removedRow(kept, { table, at, pick });
  const contentOf = (from: Row) => Object.fromEntries(bytes.map((column) => [column, from[column] ?? null]));
  const rows = kept[table]
    .with(at, { ...row, ...contentOf(other) })
    .with(kept[table].indexOf(other), { ...other, ...contentOf(row) });
  const names = [nameOf(table, row), nameOf(table, other)];
  return { table, told: `${names.join(" and ")} exchanged`, rows, names };
}

/** A copy of a row under the next free key. */
function insertedRow(kept: Kept, { table, at, pick }: Place): Alteration {
  // Their keys are other tables', which hold a row of each already.
  if (table === "event_payloads" || table === "event_heads") return changedByte(kept, { table, at, pick });
  const copy = { ...rowAt(kept, table, at), ...freshKey(kept, table, rowAt(kept, table, at)) };
  return { table, told: `${nameOf(table, copy)} added`, rows: [...kept[table], copy], names: [nameOf(table, copy)] };
}

function freshKey(kept: Kept, table: Table, row: Row): Row {
  const id = "01999999-9999-7999-8999-999999999999";
  const seq = kept.events.filter(({ stream_id }) => stream_id === row.stream_id).length + 1;
  if (table === "events") return { seq };
  const position = kept.journal_leaves.filter(({ root_number }) => root_number === row.root_number).length;
  if (table === "journal_leaves") return { seq, position };
  if (table === "journal_roots") return { number: kept.journal_roots.length + 1, day: "2027-01-01" };
  return table === "documents" ? { id } : { id, number: "F-9999", sequence: 9999, order_id: id };
}

function rowAt(kept: Kept, table: Table, at: number): Row {
  const row = kept[table][at];
  if (!row) throw new Error(`${table} has no row ${at}`);
  return row;
}

function nameOf(table: Table, row: Row): string {
  const stream = `${row.stream_kind}:${row.stream_id}`;
  switch (table) {
    case "events":
    case "event_payloads":
      return `${stream} #${row.seq}`;
    case "event_heads":
      return stream;
    case "journal_leaves":
      return `root ${row.root_number}`;
    case "journal_roots":
      return `root ${row.number}`;
    case "documents":
      return `document ${row.id}`;
    case "invoices":
      return `invoice ${row.id}`;
  }
}

/** Change one byte of a file; the same again with the rest of 256 undoes it. */
export function addToByte(path: string, at: number, by: number): void {
  const bytes = readFileSync(path);
  bytes[at] = ((bytes[at] ?? 0) + by) % 256;
  writeFileSync(path, bytes);
}
