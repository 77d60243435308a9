import { uuidv7 } from "uuidv7";
import { foldFigures } from "@/db/commands/fold-figures";
import { compareFigures, findLastCheck, listSellerIds } from "@/db/queries/figure-check";
import { figureChanges, figureChecks } from "@/db/schema/figures";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { cellOf } from "@/lib/compliance/cell";
import type { FigureDifference } from "@/lib/compliance/difference";

type Sweep = Extract<JobScope, { readonly kind: "sweep" }>;
const SELLERS_AT_ONCE = 100;
/** So many differences are kept; more would tell the reader nothing new. */
const MOST_KEPT = 200;

/**
 * Recompute every seller's figures from the journal alone, and keep what was found: equal, or where not.
 *
 * @param clock asked again at the end, since it may take minutes
 */
export async function checkFigures(scope: Sweep, clock: () => Instant, signal?: AbortSignal) {
  const startedAt = clock();
  await foldFigures(scope);
  const differences: FigureDifference[] = [];
  let [events, figures] = [0, 0];
  await eachSeller(scope, signal, async (sellerId) => {
    const found = await compareFigures(scope, sellerId);
    events += found.events;
    figures += found.figures;
    differences.push(...found.differences.slice(0, MOST_KEPT - differences.length));
  });
  const isEqual = differences.length === 0;
  const row = { id: uuidv7(), startedAt, endedAt: clock(), events, figures, isEqual, differences };
  await withScope(scope, (tx) => tx.insert(figureChecks).values(row));
  return row;
}

/**
 * Put right what is kept, as the journal has it: the differences are written as changes, and the counts of all
 * sellers follow with the next folding.
 */
export async function correctFigures(scope: Sweep, signal?: AbortSignal): Promise<void> {
  await foldFigures(scope);
  await eachSeller(scope, signal, async (sellerId) => {
    const { differences } = await compareFigures(scope, sellerId);
    if (differences.length === 0) return;
    const rows = differences.map(({ cell, kept, journal }) => ({ ...cellOf(cell), sellerId, change: journal - kept }));
    await withScope(scope, (tx) => tx.insert(figureChanges).values(rows));
  });
  await foldFigures(scope);
}

/** Whether the figures were ever compared: in a database older than they are, what came before is counted first. */
export async function wasEverChecked(scope: Sweep): Promise<boolean> {
  return (await findLastCheck(scope)) !== undefined;
}

async function eachSeller(scope: Sweep, signal: AbortSignal | undefined, run: (sellerId: string) => Promise<void>) {
  let page = await listSellerIds(scope, undefined, SELLERS_AT_ONCE);
  while (page.length > 0) {
    for (const sellerId of page) {
      signal?.throwIfAborted();
      await run(sellerId);
    }
    page = await listSellerIds(scope, page.at(-1), SELLERS_AT_ONCE);
  }
}
