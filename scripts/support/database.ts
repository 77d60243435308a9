import postgres from "postgres";
import type { ClusterRecord } from "./cluster.ts";

/** The application's database and the role that owns it. */
const DATABASE = "espace_vendeur";
const OWNER = "espace_owner";

/**
 * Make the database and its owner when they are missing.
 *
 * Security: the owner is no superuser, since row-level security does not bind
 * one. CREATEROLE lets the migrator make the application's role, as on a
 * managed server.
 *
 * @param options.createDatabases for test runs, which make a database per file
 * @returns the address the application connects with
 */
export async function ensureDatabase(
  record: ClusterRecord,
  options: { readonly createDatabases: boolean } = { createDatabases: false },
): Promise<string> {
  const sql = openDatabase(superuserUrl(record, "postgres"));
  const rights = `LOGIN NOSUPERUSER CREATEROLE ${options.createDatabases ? "CREATEDB" : "NOCREATEDB"}`;
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    // A role's password takes no parameter; ours is base64url and needs no escape.
    await sql.unsafe(`${role ? "ALTER" : "CREATE"} ROLE ${OWNER} ${rights} PASSWORD '${record.ownerPassword}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await sql.end();
  }
  return ownerUrl(record);
}

/** Throw the database away: only for one that a broken demo load left behind. */
export async function dropDatabase(record: ClusterRecord): Promise<void> {
  const sql = openDatabase(superuserUrl(record, "postgres"));
  try {
    await sql.unsafe(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  } finally {
    await sql.end();
  }
}

export function ownerUrl(record: ClusterRecord): string {
  return `postgres://${OWNER}:${record.ownerPassword}@127.0.0.1:${record.port}/${DATABASE}`;
}

/** For the supervisor and tests only: a superuser sees every row. */
export function superuserUrl(record: ClusterRecord, database = DATABASE): string {
  return `postgres://postgres:${record.superuserPassword}@127.0.0.1:${record.port}/${database}`;
}

export function openDatabase(url: string, connections = 1): postgres.Sql {
  return postgres(url, { max: connections, connect_timeout: 10, onnotice: () => {} });
}
