import { and, asc, eq, gt, lt } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { moveOpenClocks } from "@/db/commands/moved-clocks";
import { readOverrides } from "@/db/queries/calendar-overrides";
import { isCountedOver, isOpen } from "@/db/queries/open-clocks";
import { readRulesChange } from "@/db/queries/rules-change";
import { calendarRuns } from "@/db/schema/calendar-overrides";
import { clocks } from "@/db/schema/clocks";
import { type Transaction, withScope } from "@/db/scope";
import type { Actor, AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CalendarOverride } from "@/lib/calendar/override";
import { caseMover, type MoveCounts, plus } from "@/lib/deadlines/change-preview";

/** Clocks looked at in one transaction: the claims of those that move are locked meanwhile. */
const CLOCKS_PER_PART = 1000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Move the next part of the open clocks that a correction reaches, each with an event on its claim; ended clocks
 * are never read. Run again after a crash it goes on where it was, and two at once take turns. Corrections made
 * since are counted in: a clock moves once, to where it now belongs.
 *
 * @returns whether every clock has been looked at
 */
export async function moveClocks(
  scope: AdminScope | Extract<JobScope, { kind: "sweep" }>,
  version: number,
  now: Instant,
): Promise<{ readonly finished: boolean }> {
  return withScope(scope, async (tx) => {
    const run = await lockRun(tx, version);
    if (run.finishedAt) return { finished: true };
    const overrides = await readOverrides(tx);
    const correction = overrides.find((override) => override.version === version);
    if (!correction) throw new Error(`There is no correction ${version} of a calendar`);
    const found = await readReached(tx, correction, run.reachedId ?? BEFORE_ALL, now);
    const mover = caseMover(await readRulesChange(tx, overrides), now);
    const actor: Actor = { kind: "operator", userId: correction.createdBy };
    const moves = await moveOpenClocks(tx, found, { mover, correction, actor, now });
    const counts = moves.reduce<MoveCounts>((sum, move) => plus(sum, move, 1), run);
    const finished = found.length < CLOCKS_PER_PART;
    const { moved, becomeOverdue, noLongerOverdue } = counts;
    const reached = { moved, becomeOverdue, noLongerOverdue, reachedId: found.at(-1)?.id ?? run.reachedId };
    await tx
      .update(calendarRuns)
      .set(finished ? { ...reached, finishedAt: now } : reached)
      .where(eq(calendarRuns.version, version));
    if (finished) {
      const payload = { version, moved, becomeOverdue, noLongerOverdue };
      await appendEvent(tx, {
        stream: { kind: "marketplace" },
        type: "calendar_change_applied",
        actor,
        at: now,
        payload,
      });
    }
    return { finished };
  });
}

async function lockRun(tx: Transaction, version: number) {
  const [run] = await tx.select().from(calendarRuns).where(eq(calendarRuns.version, version)).for("update");
  if (!run) throw new Error(`Correction ${version} of a calendar was never begun`);
  return run;
}

/** The next open clocks counted over the corrected day without this correction, in the order of their ids. */
async function readReached(tx: Transaction, correction: CalendarOverride, after: string, now: Instant) {
  return tx
    .select({ id: clocks.id, sellerId: clocks.sellerId, claimId: clocks.claimId })
    .from(clocks)
    .where(
      and(isOpen(now), gt(clocks.id, after), isCountedOver(correction), lt(clocks.calendarVersion, correction.version)),
    )
    .orderBy(asc(clocks.id))
    .limit(CLOCKS_PER_PART);
}
