import { and, asc, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";
import { CALENDAR_IDS } from "@/lib/calendar/calendar-ids";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { CountedCase } from "@/lib/deadlines/change-preview";
import type { DeadlineKind } from "@/lib/deadlines/rule";

/** A day of a calendar: only clocks counted over it can move with it. */
export type ChangedDay = { readonly calendar: string; readonly day: IsoDate };

/** Told after each part: how many open clocks have been looked at, and of how many. */
export type OnProgress = (done: number, total: number) => void;

/** Clocks looked at in one statement: few enough for the progress to move, enough to be fast. */
const CLOCKS_PER_PART = 50_000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

type Visit = {
  /** Which open clocks a change can move: those counted over a day (`isCountedOver`), those of some kinds. */
  readonly reach: SQL | undefined;
  /** Kinds counted in opening hours: their clocks are told apart by the time they start at. */
  readonly inHours: readonly DeadlineKind[];
  readonly now: Instant;
  readonly onProgress?: OnProgress | undefined;
};

/**
 * Open clocks that a change can move, grouped into cases by the database.
 *
 * @param visit is given the cases of one part of the clocks after the other; nothing is kept of them here
 * @returns how many clocks are open in all
 */
export async function visitOpenCases(
  tx: Transaction,
  { reach, inHours, now, onProgress }: Visit,
  visit: (cases: readonly CountedCase[]) => void,
): Promise<number> {
  const { unanswered, open } = await countOpenClocks(tx, now);
  let done = 0;
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const last: string | undefined = await lastOfPart(tx, after, CLOCKS_PER_PART);
    const part = and(gt(clocks.id, after), last ? lte(clocks.id, last) : undefined);
    visit(await countCases(tx, and(isOpen(now), part, reach), inHours));
    done = Math.min(done + CLOCKS_PER_PART, unanswered);
    onProgress?.(last ? done : unanswered, unanswered);
    after = last;
  }
  return open;
}

/** `unanswered` counts windows of the customer's that have run out, too: they are looked at and left alone. */
export async function countOpenClocks(tx: Transaction, now: Instant) {
  const [row] = await tx
    .select({
      unanswered: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${isOpen(now)}))::int`,
    })
    .from(clocks)
    .where(isUnanswered);
  return row ?? { unanswered: 0, open: 0 };
}

/** Neither answered nor cancelled, and no window of the customer's that has run out: ended clocks are history. */
export function isOpen(now: Instant): SQL | undefined {
  return and(
    isUnanswered,
    or(eq(clocks.whoseTurn, "seller"), isNull(clocks.effectiveDueBefore), gt(clocks.effectiveDueBefore, now)),
  );
}

const isUnanswered = and(isNull(clocks.stoppedAt), isNull(clocks.cancelledAt));

/** A day before the first of a period or after its last one changes nothing of it. */
export function isCountedOver({ calendar, day }: ChangedDay): SQL | undefined {
  return and(inArray(clocks.calendar, idsWith(calendar)), lte(clocks.startsOn, day), gte(clocks.dueOn, day));
}

/** The calendar itself, and every calendar of two territories it is a part of. */
function idsWith(calendar: string): string[] {
  return [calendar, ...CALENDAR_IDS.flatMap((id) => [`${id}+${calendar}`, `${calendar}+${id}`])];
}

async function lastOfPart(tx: Transaction, after: string, size: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: clocks.id })
    .from(clocks)
    .where(and(isUnanswered, gt(clocks.id, after)))
    .orderBy(asc(clocks.id))
    .offset(size - 1)
    .limit(1);
  return row?.id;
}

async function countCases(
  tx: Transaction,
  where: SQL | undefined,
  inHours: readonly DeadlineKind[],
): Promise<readonly CountedCase[]> {
  const startsAt = startsAtOf(inHours);
  const grouped = { sellerId: clocks.sellerId, ...CASE_COLUMNS };
  const rows = await tx
    .select({ ...grouped, startsAt, count: sql<number>`count(*)::int` })
    .from(clocks)
    .where(where)
    .groupBy(...Object.values(grouped), startsAt);
  return rows.map(({ sellerId, count, ...clock }) => ({ sellerId, count, clock }));
}

/** Written out, since a parameter would make the grouped expression another than the selected one. */
function startsAtOf(inHours: readonly DeadlineKind[]): SQL<Instant | null> {
  if (inHours.length === 0) return sql<Instant | null>`null::timestamptz`;
  const kinds = sql.raw(inHours.map((kind) => `'${kind}'`).join(", "));
  return sql<string | null>`case when ${clocks.kind} in (${kinds}) then ${clocks.startsAt} end`.mapWith(
    clocks.startsAt,
  );
}

/** What recounting a clock depends on, but for periods in hours. */
const CASE_COLUMNS = {
  kind: clocks.kind,
  ruleVersion: clocks.ruleVersion,
  calendar: clocks.calendar,
  calendarVersion: clocks.calendarVersion,
  zone: clocks.zone,
  whoseTurn: clocks.whoseTurn,
  startsOn: clocks.startsOn,
  dueOn: clocks.dueOn,
  dueBefore: clocks.dueBefore,
  effectiveDueBefore: clocks.effectiveDueBefore,
};
