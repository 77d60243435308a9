import type postgres from "postgres";

/**
 * Runs acts on one claim truly at once: another transaction holds the claim until every act waits for its lock, one
 * after the other, so that their order is the one given and each was already under way before the first had its turn.
 */
export async function atOnce<Result>(
  database: { readonly superuser: postgres.Sql },
  held: { readonly table: "claims" | "orders"; readonly id: string },
  acts: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const { superuser } = database;
  const running: Promise<Result>[] = [];
  await superuser.begin(async (tx) => {
    await tx`select id from ${tx(held.table)} where id = ${held.id} for update`;
    for (const act of acts) {
      const result = act();
      running.push(result);
      const early = result.then(() => {
        throw new Error("An act was over before the row it should wait for was free");
      });
      await Promise.race([early, waiting(superuser, running.length)]);
      early.catch(() => {});
    }
  });
  return Promise.all(running);
}

async function waiting(superuser: postgres.Sql, count: number): Promise<void> {
  const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  if ((row?.n ?? 0) < count) return waiting(superuser, count);
}
