import { inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { sweepScope } from "@/lib/server/scope";

afterAll(closeDatabase);

const SCOPE = sweepScope("test_setup");

/** Statements this connection keeps whose condition names so many sellers. */
async function keptOf(tx: Transaction, parameters: number): Promise<number> {
  const last = `$${parameters})`;
  const rows = await tx.execute<{ statement: string }>(
    sql`select statement from pg_prepared_statements where statement like '%"sellers"."slug" in%'`,
  );
  return rows.filter(({ statement }) => statement.endsWith(last)).length;
}

async function askFor(tx: Transaction, parameters: number): Promise<void> {
  const slugs = Array.from({ length: parameters }, () => uuidv7());
  await tx.select({ id: sellers.id }).from(sellers).where(inArray(sellers.slug, slugs));
}

test("a statement asked twice is prepared once, inside a transaction and its savepoints", async () => {
  const kept = await withScope(SCOPE, async (tx) => {
    await askFor(tx, 3);
    await tx.transaction((inner) => askFor(inner, 3));
    return keptOf(tx, 3);
  });
  expect(kept).toBe(1);
});

test("a list of more than a hundred values is not kept", async () => {
  const kept = await withScope(SCOPE, async (tx) => {
    await askFor(tx, 101);
    return keptOf(tx, 101);
  });
  expect(kept).toBe(0);
});

test("statements sent together are answered in their order, and one that fails leaves nothing behind", async () => {
  const slug = `together-${uuidv7()}`;
  const at = "2026-01-05T09:00:00.000Z";
  const together = withScope(SCOPE, (tx) =>
    Promise.all([
      tx.execute(sql`insert into sellers (id, slug, name, contact, created_at, updated_at)
        values (${uuidv7()}, ${slug}, 'Together', '{}', ${at}, ${at})`),
      tx.execute(sql`select 1 / ${0}::int`),
      tx.select({ id: sellers.id }).from(sellers).limit(1),
    ]),
  );
  await expect(together).rejects.toThrow();
  const found = await withScope(SCOPE, (tx) =>
    tx
      .select({ id: sellers.id })
      .from(sellers)
      .where(inArray(sellers.slug, [slug])),
  );
  expect(found).toEqual([]);
});
