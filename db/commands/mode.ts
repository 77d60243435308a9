import { type Transaction, withScope } from "@/db/scope";
import type { Scope } from "@/lib/auth/scope";

/** `dry_run` decides everything and writes nothing. */
export type Mode = "write" | "dry_run";

/** A dry run does all the work and then rolls it back: what it says is what a real run would do. */
export async function inMode<Value>(
  mode: Mode,
  scope: Scope,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  if (mode === "write") return withScope(scope, work);
  const done: { value?: Value } = {};
  const rollback = new DryRun("A dry run is rolled back");
  try {
    return await withScope(scope, async (tx): Promise<Value> => {
      done.value = await work(tx);
      throw rollback;
    });
  } catch (error) {
    if (error === rollback && done.value !== undefined) return done.value;
    throw error;
  }
}

class DryRun extends Error {}
