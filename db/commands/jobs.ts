import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import type { Json } from "@/lib/journal/canonical";

/**
 * Add a job in the business transaction: it exists if and only if the facts that caused it do.
 *
 * @param options.key a second job with the same key replaces the first while it waits
 */
export async function enqueueJob(
  tx: Transaction,
  task: string,
  payload: Json,
  options: { readonly key?: string; readonly runAt?: Instant } = {},
): Promise<void> {
  await tx.execute(
    sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz)`,
  );
}

/** Longer than a living worker takes to come back under its name after the database was away. */
const LOST_AFTER_MS = 60_000;

/**
 * Give back the jobs a killed worker had in hand: the queue itself would do so after four hours only. A job may have
 * been half done: every task does no harm when it runs again.
 *
 * @returns how many workers were lost
 */
export async function freeLostJobs(scope: JobScope, now: Instant): Promise<number> {
  const before = fromEpochMs(toEpochMs(now) - LOST_AFTER_MS);
  return withScope(scope, async (tx) => {
    const [row] = await tx.execute<{ lost: number }>(sql`select free_lost_jobs(${before}::timestamptz) as lost`);
    return row?.lost ?? 0;
  });
}
