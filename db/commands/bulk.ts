import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/scope";

/*
 * Many rows in one statement with one parameter: a JSON array that PostgreSQL reads with the types of the table.
 * Thousands of rows as single parameters cost more in building the statement than in running it.
 */

/** Insert rows that all have the same columns; a column left out takes its default. */
export async function insertMany<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  if (rows.length === 0) return;
  const { names, json } = recordsOf(table, rows);
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const record = sql.identifier(getTableName(table));
  await tx.execute(
    sql`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${record}, ${json}::jsonb)`,
  );
}

/** Set the columns of rows named by `(sellerId, id)`; all rows have the same columns. */
export async function updateMany<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly (Partial<Table["$inferInsert"]> & { readonly sellerId: string; readonly id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const { names, json } = recordsOf(table, rows);
  const set = names
    .filter((name) => name !== "seller_id" && name !== "id")
    .map((name) => sql`${sql.identifier(name)} = fresh.${sql.identifier(name)}`);
  const record = sql.identifier(getTableName(table));
  await tx.execute(
    sql`update ${table} set ${sql.join(set, sql`, `)} from jsonb_populate_recordset(null::${record}, ${json}::jsonb) fresh
      where ${table}.seller_id = fresh.seller_id and ${table}.id = fresh.id`,
  );
}

/** Rows under the names of their columns, as one JSON text. */
function recordsOf(table: PgTable, rows: readonly object[]) {
  const columns = getTableColumns(table);
  const fields = Object.keys(rows[0] ?? {}).flatMap((field) => {
    const column = columns[field];
    return column ? [{ field, name: column.name }] : [];
  });
  const records = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return Object.fromEntries(fields.map(({ field, name }) => [name, values.get(field) ?? null]));
  });
  return { names: fields.map(({ name }) => name), json: JSON.stringify(records) };
}
