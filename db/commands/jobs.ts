import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
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
