import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { keepPlans } from "./kept-plans";
import * as schema from "./schema";

type Database = PostgresJsDatabase<typeof schema>;
type Connection = { readonly database: Database; readonly sql: postgres.Sql };

let current: Connection | undefined;

/** The pool, opened on first use. Queries go through `withScope`, which is what proves who asks. */
export function database(): Database {
  return connection().database;
}

/** Close every connection, for scripts and tests that must end. */
export async function closeDatabase(): Promise<void> {
  const closing = current;
  current = undefined;
  await closing?.sql.end({ timeout: 5 });
}

function connection(): Connection {
  current ??= open();
  return current;
}

function open(): Connection {
  const { DATABASE_APP_URL, DATABASE_URL, DATABASE_POOL_SIZE } = env();
  const url = DATABASE_APP_URL ?? DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the product with `npm start`, or name a PostgreSQL");
  const sql = postgres(url, {
    max: DATABASE_POOL_SIZE,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds. The driver's own pauses grow to twenty: a database that is back should be noticed at once.
    backoff: (attempt) => Math.min(attempt, 4) / 4,
    onnotice: () => {},
    connection: { TimeZone: "UTC", statement_timeout: 30_000 },
  });
  return { sql, database: drizzle(keepPlans(sql), { schema }) };
}
