import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { openTestDatabase } from "./test-database.ts";

/*
 * Runs before each database test file: the file gets a fresh copy of the
 * migrated template, and DATABASE_URL names it, so that the product's own
 * client, scopes, queries and commands work on it unchanged.
 */
const template = new URL(inject("templateUrl"));
const name = `test_${randomBytes(8).toString("hex")}`;

const maintenance = new URL(template);
maintenance.pathname = "/postgres";
const url = new URL(template);
url.pathname = `/${name}`;

await onMaintenance(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
process.env.DATABASE_URL = url.href;
process.env.DATABASE_POOL_SIZE = "4";
// Vitest sets a BASE_URL of its own, which is no origin.
process.env.BASE_URL = "http://localhost:3000";
process.env.AUTH_SECRET = "a secret for tests only, the same in every run";

afterAll(async () => {
  await closeDatabase();
  await onMaintenance(`DROP DATABASE ${name} WITH (FORCE)`);
});

async function onMaintenance(statement: string) {
  const sql = openTestDatabase(maintenance.href);
  await sql.unsafe(statement);
  await sql.end();
}
