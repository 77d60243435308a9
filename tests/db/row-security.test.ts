import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { withScope } from "@/db/scope";
import { customerScope } from "@/lib/server/scope";
import { makeEverything } from "../support/everything";
import type { MadeSeller } from "../support/factory";
import { testDatabase } from "../support/test-database";

/*
 * Every table is told here what a seller may see of it. A new table that is not named fails the suite.
 */
const SELLERS_ROWS = [
  "alerts",
  "api_keys",
  "calendar_feeds",
  "claim_lines",
  "claims",
  "clocks",
  "commitments",
  "customer_links",
  "documents",
  "event_heads",
  "event_payloads",
  "events",
  "figure_changes",
  "figure_counts",
  "figure_marks",
  "imports",
  "intake_answers",
  "invitations",
  "invoice_runs",
  "invoice_series",
  "invoices",
  "journal_leaves",
  "link_codes",
  "mails",
  "memberships",
  "messages",
  "order_discounts",
  "order_lines",
  "order_payments",
  "order_refunds",
  "orders",
  "parcel_lines",
  "parcels",
  "proof_contests",
  "replies",
  "reply_templates",
  "requalifications",
  "seller_notices",
  "seller_viewings",
  "return_profiles",
  "sellers",
] as const;
const OPERATORS_ROWS = [
  "figure_checks",
  "file_checks",
  "idempotency_keys",
  "password_resets",
  "policy_drafts",
  "rate_limits",
  "sessions",
  "sign_in_failures",
  "submissions",
  "users",
] as const;
const FIRST_COLUMN: Partial<Record<string, string>> = {
  idempotency_keys: "key",
  rate_limits: "key",
  sign_in_failures: "key",
};
const EVERYONES_ROWS = [
  "calendar_overrides",
  "calendar_runs",
  "channels",
  "journal_roots",
  "marketplace",
  "policies",
  "thresholds",
] as const;

const raw = testDatabase();
let mine: MadeSeller;
let other: MadeSeller;

beforeAll(async () => {
  mine = await makeEverything();
  other = await makeEverything();
  await raw.superuser`insert into calendar_overrides (version, calendar, day, change, origin, created_by, created_at)
    values (1, 'FR', '2026-11-11', 'remove', 'law:essai', ${mine.id}, now())`;
  await raw.superuser`insert into calendar_runs (version) values (1)`;
  await raw.superuser`insert into journal_roots
    select 1, '2026-11-20', '2026-11-21T01:00:00Z', 1, repeat('a', 64), repeat('0', 64), repeat('b', 64)`;
  await raw.superuser`insert into journal_leaves
    select 1, row_number() over (order by stream_kind, stream_id), stream_kind, stream_id, seq, seller_id, hash
    from event_heads where seq > 0`;
});
afterAll(async () => {
  await raw.close();
  await closeDatabase();
});

const keyOf = (table: string) => (table === "sellers" ? "id" : "seller_id");
const countOf = async (table: string, sellerId: string) => {
  const [row] =
    await raw.superuser`select count(*)::int as count from ${raw.superuser(table)} where ${raw.superuser(keyOf(table))} = ${sellerId}`;
  return Number(row?.count);
};
/** Those that are not generated, as a list in SQL. */
const writtenColumns = async (table: string) => {
  const [row] = await raw.superuser`
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
  return String(row?.columns);
};
const asMe = (statement: string) => withScope(mine.scope, (tx) => tx.execute(sql.raw(statement)));

/** How many rows a statement would write; a statement the database refuses writes none. All is rolled back. */
async function rowsReached(statement: string): Promise<number> {
  let reached = 0;
  const attempt = withScope(mine.scope, async (tx) => {
    await tx.execute(sql`set constraints all deferred`);
    reached = (await tx.execute(sql.raw(statement))).count;
    throw new Error("rolled back");
  });
  await attempt.catch(() => undefined);
  return reached;
}

test("every table is named above, and its row-level security is forced", async () => {
  const tables = await raw.superuser`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`;
  expect(tables.map((table) => table.name)).toEqual([...SELLERS_ROWS, ...OPERATORS_ROWS, ...EVERYONES_ROWS].sort());
  expect(tables.filter((table) => !table.forced)).toEqual([]);
});

describe.each(SELLERS_ROWS)("%s", (table) => {
  test("a query without a where reads no row of another seller", async () => {
    expect(await countOf(table, other.id)).toBeGreaterThan(0);
    const rows = await asMe(`select ${keyOf(table)} as owner from ${table}`);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.owner))).toEqual(new Set([mine.id]));
  });

  test("an update or a delete without a where reaches no row of another seller", async () => {
    const ownRows = await countOf(table, mine.id);
    const key = keyOf(table);
    expect(await rowsReached(`update ${table} set ${key} = ${key}`)).toBeLessThanOrEqual(ownRows);
    expect(await rowsReached(`delete from ${table}`)).toBeLessThanOrEqual(ownRows);
    await expect(asMe(`update ${table} set ${key} = '${other.id}'`)).rejects.toThrow();
  });

  test("a row cannot be written for another seller", async () => {
    const [row] =
      await raw.superuser`select to_json(t) as row from ${raw.superuser(table)} t where ${raw.superuser(keyOf(table))} = ${other.id} limit 1`;
    const json = JSON.stringify(row?.row).replaceAll("'", "''");
    const columns = await writtenColumns(table);
    const record = `json_populate_record(null::${table}, '${json}')`;
    const insert = asMe(`insert into ${table} (${columns}) select ${columns} from ${record}`);
    await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe.each(OPERATORS_ROWS)("%s", (table) => {
  test("is out of a seller's reach, but for the names of its own members", async () => {
    const rows = await asMe(`select * from ${table}`);
    expect(rows.length).toBe(table === "users" ? 1 : 0);
    expect(await rowsReached(`delete from ${table}`)).toBe(0);
    const firstColumn = FIRST_COLUMN[table] ?? "id";
    expect(await rowsReached(`update ${table} set ${firstColumn} = ${firstColumn}`)).toBe(0);
  });
});

describe.each(EVERYONES_ROWS)("%s", (table) => {
  test("is read by all and written by the operator alone", async () => {
    expect((await asMe(`select * from ${table}`)).length).toBeGreaterThan(0);
    expect(await rowsReached(`delete from ${table}`)).toBe(0);
  });
});

describe("a customer's link", () => {
  test("opens its own order and nothing else of the seller", async () => {
    const [order] = await raw.superuser`select id from orders where seller_id = ${mine.id}`;
    const scope = customerScope({ sellerId: mine.id, orderId: String(order?.id), linkId: mine.id, audience: "mailed" });
    const stranger = customerScope({ sellerId: mine.id, orderId: other.id, linkId: mine.id, audience: "mailed" });
    const count = (who: typeof scope, table: string) =>
      withScope(who, async (tx) => (await tx.execute(sql.raw(`select 1 from ${table}`))).length);
    for (const table of ["orders", "claims", "messages", "clocks", "replies", "documents", "invoices", "commitments"]) {
      expect(await count(scope, table), table).toBeGreaterThan(0);
      expect(await count(stranger, table), table).toBe(0);
    }
    for (const table of ["mails", "memberships", "api_keys", "imports", "users", "invitations"]) {
      expect(await count(scope, table), table).toBe(0);
    }
  });
});
