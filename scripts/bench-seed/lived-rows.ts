import { text } from "node:stream/consumers";
import type postgres from "postgres";
import { FIRST_LIVED_NUMBER } from "./lived.ts";
import type { Known, Template, TokenTable } from "./tokens.ts";

/** A claim that was lived to be copied, and its order. */
export type Lived = { readonly orderId: string; readonly claimId: string };

export type TableRows = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Template[];
};

/** Rows of a seller that all its claims share. */
const OF_SELLERS: Readonly<Record<string, string>> = {
  sellers: "id",
  invoice_series: "seller_id",
  return_profiles: "seller_id",
};

/** The journal is copied with its hashes, figures are counted anew; people, keys and what hangs on files stay single. */
const NOT_COPIED = new Set([
  "events",
  "event_payloads",
  "event_heads",
  "journal_leaves",
  "figure_changes",
  "figure_counts",
  "memberships",
  "sessions",
  "api_keys",
  "documents",
  "invoices",
]);

/** Claims and orders lived to be copied, in the order of their numbers. */
export async function listLived(sql: postgres.Sql): Promise<readonly Lived[]> {
  return sql<Lived[]>`
    select o.id as "orderId", c.id as "claimId"
      from orders o
      join claims c on c.seller_id = o.seller_id and c.order_id = o.id
     where split_part(o.number, '-', 2)::int >= ${FIRST_LIVED_NUMBER}
     order by o.id`;
}

export async function readKnown(sql: postgres.Sql): Promise<Known> {
  const column = async (query: string) => (await sql.unsafe(query).values()).map(([value]) => String(value));
  return {
    ofSellers: new Set(
      await column("select id from sellers union select id from return_profiles union select id from invoice_series"),
    ),
    kept: new Set(await column("select id from users")),
    names: await column("select distinct customer_name from orders"),
    emails: await column("select distinct customer_email from orders where customer_email is not null"),
    trackingNumbers: new Set(await column("select distinct tracking_number from parcels")),
    slugs: await column("select slug from sellers"),
    shopNames: await column("select name from sellers"),
  };
}

/**
 * The rows of the lived claims, table by table, as texts with holes.
 *
 * @throws when a table has rows of a seller that are neither copied nor known to be left out: a table that came later
 */
export async function readRows(sql: postgres.Sql, lived: readonly Lived[], tokens: TokenTable) {
  const owners = new Map(
    lived.flatMap(({ orderId, claimId }, owner) => [[orderId, owner] as const, [claimId, owner] as const]),
  );
  const ofClaims: TableRows[] = [];
  const ofSellers: TableRows[] = [];
  for (const { table, columns } of await sellersTables(sql)) {
    if (NOT_COPIED.has(table)) continue;
    const key = OF_SELLERS[table];
    const condition = key === undefined ? livedRows(table, columns) : "true";
    if (condition === undefined) {
      await requireNone(sql, table);
      continue;
    }
    const lines = await copyOut(sql, { table, columns, condition });
    const rows = lines.map((line) => tokens.template(line, ownerIn(line, owners)));
    (key === undefined ? ofClaims : ofSellers).push({ table, columns, rows });
  }
  return { ofClaims, ofSellers };
}

async function sellersTables(sql: postgres.Sql) {
  return sql<{ table: string; columns: string[] }[]>`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     group by c.table_name
    having bool_or(c.column_name = 'seller_id') or c.table_name = 'sellers'
     order by c.table_name`;
}

const LIVED_ORDERS = `(select id from orders where split_part(number, '-', 2)::int >= ${FIRST_LIVED_NUMBER})`;
const LIVED_CLAIMS = `(select id from claims where order_id in ${LIVED_ORDERS})`;

function livedRows(table: string, columns: readonly string[]): string | undefined {
  if (table === "orders") return `id in ${LIVED_ORDERS}`;
  if (columns.includes("order_id")) return `order_id in ${LIVED_ORDERS}`;
  if (columns.includes("claim_id")) return `claim_id in ${LIVED_CLAIMS}`;
  return undefined;
}

async function requireNone(sql: postgres.Sql, table: string) {
  const [row] = await sql.unsafe(`select exists (select from "${table}" where seller_id is not null) as used`);
  if (row?.used) throw new Error(`scripts/bench-seed/lived-rows.ts does not say how rows of ${table} are copied`);
}

async function copyOut(
  sql: postgres.Sql,
  {
    table,
    columns,
    condition,
  }: { readonly table: string; readonly columns: readonly string[]; readonly condition: string },
): Promise<readonly string[]> {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const stream = await sql.unsafe(`copy (select ${names} from "${table}" where ${condition}) to stdout`).readable();
  return (await text(stream)).split("\n").filter((line) => line !== "");
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Whose row it is: of the first claim or order it names. */
export function ownerIn(line: string, owners: ReadonlyMap<string, number>): number {
  for (const [id] of line.matchAll(ID)) {
    const owner = owners.get(id);
    if (owner !== undefined) return owner;
  }
  return -1;
}
