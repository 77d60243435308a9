import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { databaseHealth } from "@/db/queries/health";
import { testDatabase } from "../../support/test-database.ts";

const { owner, close } = testDatabase();
afterAll(close);

test("a migrated database is ready", async () => {
  expect(await databaseHealth(3_000)).toBe("ready");
});

test("a database that lacks the newest migration is not migrated", async () => {
  await owner`update drizzle.__drizzle_migrations set created_at = created_at - 1`;
  expect(await databaseHealth(3_000)).toBe("not_migrated");
  await owner`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
});

test("a database without any migration is not migrated", async () => {
  await owner`alter schema drizzle rename to elsewhere`;
  expect(await databaseHealth(3_000)).toBe("not_migrated");
  await owner`alter schema elsewhere rename to drizzle`;
});

test("lost connections are made again without a restart", async () => {
  expect(await databaseHealth(3_000)).toBe("ready");
  await owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await expect.poll(() => databaseHealth(3_000)).toBe("ready");
  await closeDatabase();
});
