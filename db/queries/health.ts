import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

export type DatabaseHealth = "ready" | "not_migrated" | "unreachable";

/** The newest migration this build knows; drizzle records each by this instant, in milliseconds. */
const NEWEST_MIGRATION = Math.max(...journal.entries.map((entry) => entry.when));

/**
 * Whether the database answers in time and holds every migration of this build.
 *
 * The one query without a scope: it reads no row of anybody.
 *
 * @param patienceMs how long to wait for an answer
 */
export async function databaseHealth(patienceMs: number): Promise<DatabaseHealth> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<DatabaseHealth>((resolve) => {
    timer = setTimeout(() => resolve("unreachable"), patienceMs);
  });
  try {
    return await Promise.race([askDatabase(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function askDatabase(): Promise<DatabaseHealth> {
  try {
    const [row] = await database().execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    );
    return Number(row?.newest ?? 0) >= NEWEST_MIGRATION ? "ready" : "not_migrated";
  } catch (error) {
    return isMissingTable(error) ? "not_migrated" : "unreachable";
  }
}

/** SQLSTATE 42P01 and 3F000: no such table, no such schema. */
function isMissingTable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && (cause.code === "42P01" || cause.code === "3F000");
}
