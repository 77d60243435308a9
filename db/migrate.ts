import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** Any fixed number: every migrator of this product waits on the same one. */
const LOCK = 7_420_317;

/**
 * Bring a database up to date: the application's role, the job queue's tables,
 * then our own migrations. Safe to call from several processes at once.
 *
 * @param databaseUrl address of the owner; it needs no superuser right, only
 *   CREATEROLE the first time, or a role `espace_app` that it may assume
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureAppRole(sql);
    await runMigrations({ connectionString: databaseUrl, maxPoolSize: 1, logger: silent });
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    await letAppReadMigrations(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Roles belong to the whole server and know no IF NOT EXISTS: another database
 * of the same server may make it at the same instant.
 */
async function ensureAppRole(sql: postgres.Sql): Promise<void> {
  await sql`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'espace_app') THEN
        CREATE ROLE espace_app NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`;
  const [row] = await sql`select pg_has_role('espace_app', 'SET') as assumable`;
  if (row?.assumable !== true) await sql`GRANT espace_app TO CURRENT_USER WITH INHERIT FALSE, SET TRUE`;
}

/** An application login apart from the owner asks, too, whether the database is up to date. */
async function letAppReadMigrations(sql: postgres.Sql): Promise<void> {
  await sql`GRANT USAGE ON SCHEMA drizzle TO espace_app`;
  await sql`GRANT SELECT ON drizzle.__drizzle_migrations TO espace_app`;
}

const silent = new Logger(() => () => {});
