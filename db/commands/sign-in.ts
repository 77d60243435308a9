import { eq, inArray, sql } from "drizzle-orm";
import { insertSession } from "@/db/commands/sessions";
import { signInFailures } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import { afterTry, isLocked, type LockKey, withoutTry } from "@/lib/auth/lock-out";
import type { EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/**
 * Count a try before the password is looked at. Refused while one of the keys is locked: the password is then
 * not looked at, right or wrong, and the wait does not grow.
 */
export async function countSignInTry(
  scope: EntryScope,
  keys: readonly LockKey[],
  now: Instant,
): Promise<Outcome<null, "locked">> {
  return withScope(scope, async (tx) => {
    const states = await lockedStates(tx, keys, now);
    if (keys.some(({ key }) => isLocked(states.get(key), now))) return refused("locked");
    for (const { key, rule } of keys) {
      const { failures, firstFailedAt, lockedUntil } = afterTry(states.get(key), rule, now);
      await tx.update(signInFailures).set({ failures, firstFailedAt, lockedUntil }).where(eq(signInFailures.key, key));
    }
    return accepted(null);
  });
}

/** The counted try proved right: open the session, forget the account's failures, give the block its try back. */
export async function completeSignIn(
  scope: EntryScope,
  session: { readonly userId: string; readonly userAgent: string },
  [account, block]: readonly [LockKey, LockKey],
  now: Instant,
): Promise<string> {
  return withScope(scope, async (tx) => {
    const state = (await lockedStates(tx, [block], now)).get(block.key);
    if (state) {
      await tx.update(signInFailures).set(withoutTry(state, block.rule)).where(eq(signInFailures.key, block.key));
    }
    await clearFailures(tx, account);
    return insertSession(tx, session, now);
  });
}

/** A person who proved who they are by another way (a mailed link) is no longer locked out. */
export async function clearFailures(tx: Transaction, { key }: LockKey): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.key, key));
}

/** The rows of the keys, made when absent and locked in one order, so that two tries queue up and never block each other. */
async function lockedStates(tx: Transaction, keys: readonly LockKey[], now: Instant) {
  const names = keys.map(({ key }) => key).sort();
  await tx
    .insert(signInFailures)
    .values(names.map((key) => ({ key, failures: 0, firstFailedAt: now })))
    .onConflictDoNothing();
  const rows = await tx
    .select({
      key: signInFailures.key,
      failures: signInFailures.failures,
      firstFailedAt: signInFailures.firstFailedAt,
      lockedUntil: signInFailures.lockedUntil,
    })
    .from(signInFailures)
    .where(inArray(signInFailures.key, names))
    .orderBy(sql`${signInFailures.key} collate "C"`)
    .for("update");
  return new Map(rows.map((row) => [row.key, row]));
}
