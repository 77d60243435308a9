import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { ALL_SELLERS } from "@/lib/compliance/measure";

/** Any fixed number: those who fold or rebuild the figures meet on it. */
const LOCK = 7_420_319;

/**
 * Add the changes written so far to the counts, of their seller and of all sellers together, and take them away: one
 * statement, so that a reader of both sees each change exactly once.
 */
export async function foldFigures(scope: Extract<JobScope, { readonly kind: "sweep" }>): Promise<void> {
  await withScope(scope, async (tx) => {
    await lockFigures(tx);
    await tx.execute(sql`
      with taken as (delete from figure_changes returning *),
      both_levels as (
        select * from taken
        union all
        select ${ALL_SELLERS}::uuid, day, measure, situation, channel_id, detail, bound, change from taken
      )
      insert into figure_counts (seller_id, day, measure, situation, channel_id, detail, bound, count)
      select seller_id, day, measure, situation, channel_id, detail, bound, sum(change)
      from both_levels group by 1, 2, 3, 4, 5, 6, 7 having sum(change) <> 0
      on conflict on constraint figure_counts_cell do update set count = figure_counts.count + excluded.count`);
    await tx.execute(sql`delete from figure_counts where count = 0`);
  });
}

export async function lockFigures(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}
