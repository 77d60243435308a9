import { createHash } from "node:crypto";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { type ClockCase, type Recounted, type RulesChange, recount } from "@/lib/deadlines/recount";

export type MovedCase = {
  readonly clock: ClockCase;
  readonly to: Recounted;
  /** Its new bound lies in the past, and nobody has answered yet. */
  readonly becomesOverdue: boolean;
  readonly noLongerOverdue: boolean;
};

/** So many clocks of one seller that are counted alike. */
export type CountedCase = { readonly clock: ClockCase; readonly sellerId: string; readonly count: number };

export type MoveCounts = {
  readonly moved: number;
  readonly becomeOverdue: number;
  readonly noLongerOverdue: number;
};

export type ChangePreview = MoveCounts & {
  readonly later: number;
  readonly earlier: number;
  readonly sellers: readonly (MoveCounts & { readonly sellerId: string })[];
  /** The distinct moves, those that become overdue first, then by the new day. */
  readonly cases: readonly (MovedCase & { readonly count: number })[];
};

const NONE: MoveCounts = { moved: 0, becomeOverdue: 0, noLongerOverdue: 0 };

/** Recounts cases, each distinct one once. */
export function caseMover(change: RulesChange, now: Instant): (clock: ClockCase) => MovedCase | undefined {
  const known = new Map<string, MovedCase | undefined>();
  return (clock) => {
    const key = keyOf(clock);
    if (!known.has(key)) known.set(key, move(clock, change, now));
    return known.get(key);
  };
}

function move(clock: ClockCase, change: RulesChange, now: Instant): MovedCase | undefined {
  const to = recount(clock, change);
  if (!to) return undefined;
  const [was, will] = [isOver(clock, now), isOver({ ...clock, ...to }, now)];
  return { clock, to, becomesOverdue: will && !was, noLongerOverdue: was && !will };
}

function isOver({ whoseTurn, effectiveDueBefore }: ClockCase, now: Instant): boolean {
  return whoseTurn === "seller" && effectiveDueBefore !== null && effectiveDueBefore <= now;
}

/**
 * What a change does to open clocks, counted as they are read: memory follows the number of sellers and of
 * distinct cases, never the number of clocks.
 */
export function previewOf(change: RulesChange, now: Instant) {
  const moverOf = caseMover(change, now);
  const sellers = new Map<string, MoveCounts>();
  const cases = new Map<string, MovedCase & { readonly count: number }>();
  return {
    add(rows: readonly CountedCase[]): void {
      for (const { clock, sellerId, count } of rows) {
        const moved = moverOf(clock);
        if (!moved) continue;
        sellers.set(sellerId, plus(sellers.get(sellerId) ?? NONE, moved, count));
        const key = keyOf(clock);
        cases.set(key, { ...moved, count: (cases.get(key)?.count ?? 0) + count });
      }
    },
    result: (): ChangePreview => summed(sellers, [...cases.values()]),
  };
}

/** Counts with so many clocks of one move added. */
export function plus(
  counts: MoveCounts,
  move: Pick<MovedCase, "becomesOverdue" | "noLongerOverdue">,
  count: number,
): MoveCounts {
  return {
    moved: counts.moved + count,
    becomeOverdue: counts.becomeOverdue + (move.becomesOverdue ? count : 0),
    noLongerOverdue: counts.noLongerOverdue + (move.noLongerOverdue ? count : 0),
  };
}

function summed(
  sellers: ReadonlyMap<string, MoveCounts>,
  cases: readonly (MovedCase & { readonly count: number })[],
): ChangePreview {
  const total = cases.reduce((counts, one) => plus(counts, one, one.count), NONE);
  const later = cases.reduce((sum, { clock, to, count }) => sum + (to.dueBefore > clock.dueBefore ? count : 0), 0);
  return {
    ...total,
    later,
    earlier: total.moved - later,
    sellers: [...sellers]
      .map(([sellerId, counts]) => ({ sellerId, ...counts }))
      .sort((a, b) => b.becomeOverdue - a.becomeOverdue || b.moved - a.moved || (a.sellerId < b.sellerId ? -1 : 1)),
    cases: [...cases].sort(
      (a, b) => Number(b.becomesOverdue) - Number(a.becomesOverdue) || byText(orderOf(a), orderOf(b)),
    ),
  };
}

function orderOf({ clock, to }: MovedCase): string {
  return `${to.dueBefore} ${keyOf(clock)}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Names what a preview showed. Another clock that moves, one that has ended meanwhile, another correction before
 * this one, each give another name.
 */
export function previewName(change: string, { cases }: Pick<ChangePreview, "cases">): string {
  const hash = createHash("sha256").update(change);
  for (const { clock, to, count, becomesOverdue, noLongerOverdue } of cases) {
    hash.update(`\n${keyOf(clock)} ${to.dueBefore} ${count} ${becomesOverdue} ${noLongerOverdue}`);
  }
  return hash.digest("hex").slice(0, 32);
}

function keyOf(clock: ClockCase): string {
  const { kind, ruleVersion, calendar, calendarVersion, zone, whoseTurn } = clock;
  const start: Instant | IsoDate = clock.startsAt ?? clock.startsOn;
  return [
    kind,
    ruleVersion,
    calendar,
    calendarVersion,
    zone,
    whoseTurn,
    start,
    clock.dueBefore,
    clock.effectiveDueBefore,
  ].join(" ");
}
