import {
  type DayNumber,
  DayOutOfRangeError,
  dayNumberOf,
  FIRST_YEAR,
  fromDayNumber,
  LAST_YEAR,
  yearOf,
} from "@/lib/calendar/civil-day";

/** Nothing in the calendar is a day of that kind. */
export class NoSuchDayError extends RangeError {
  readonly field = "calendar";
}

/** Counts the days of one kind (working days, delivery days) by table look-up. */
export type DayCounter = {
  readonly isCounted: (day: DayNumber) => boolean;
  /** The n-th counted day strictly after `day`, which is never counted itself. `n` is at least 1. */
  readonly nthAfter: (day: DayNumber, n: number) => DayNumber;
  /** `day` when it is counted, else the next one that is. */
  readonly rollForward: (day: DayNumber) => DayNumber;
};

/** Years added at once when a day outside the table is asked for. */
const YEARS_AHEAD = 4;

/**
 * A counter over `isCounted`, with its tables built year by year as they are needed:
 * `ranks` holds, for each day, how many days have been counted up to it; `counted` holds them in order.
 */
export function dayCounter(isCounted: (day: DayNumber) => boolean): DayCounter {
  let firstYear = LAST_YEAR + 1;
  let lastYear = FIRST_YEAR - 1;
  let first: DayNumber = 0;
  let ranks = new Int32Array(0);
  let counted = new Int32Array(0);

  function cover(fromYear: number, toYear: number): void {
    const isKnownOrCounted = remembering(ranks, first);
    firstYear = Math.max(FIRST_YEAR, Math.min(firstYear, fromYear));
    lastYear = Math.min(LAST_YEAR, Math.max(lastYear, toYear));
    first = dayNumberOf(firstYear, 1, 1);
    ranks = new Int32Array(dayNumberOf(lastYear, 12, 31) - first + 1);
    const found: number[] = [0];
    for (let index = 0; index < ranks.length; index += 1) {
      if (isKnownOrCounted(first + index)) found.push(first + index);
      ranks[index] = found.length - 1;
    }
    counted = Int32Array.from(found);
  }

  /** Days already in the table are read from it, not asked again. */
  function remembering(known: Int32Array, knownFirst: DayNumber): (day: DayNumber) => boolean {
    return (day) => {
      const rank = known[day - knownFirst];
      return rank === undefined ? isCounted(day) : rank > (known[day - knownFirst - 1] ?? 0);
    };
  }

  function rankOf(day: DayNumber): number {
    const rank = ranks[day - first];
    if (rank !== undefined) return rank;
    const year = yearOf(fromDayNumber(day));
    cover(year, year + YEARS_AHEAD);
    return ranks[day - first] ?? 0;
  }

  function nthAfter(day: DayNumber, n: number): DayNumber {
    if (n < 1) throw new RangeError("a period counts one day at least");
    const rank = rankOf(day);
    const found = counted[rank + n];
    return found === undefined ? extendAndFind(day, n) : found;
  }

  function extendAndFind(day: DayNumber, n: number): DayNumber {
    while (lastYear < LAST_YEAR) {
      cover(firstYear, lastYear + YEARS_AHEAD);
      const rank = rankOf(day);
      const found = counted[rank + n];
      if (found !== undefined) return found;
    }
    if (counted.length === 1) throw new NoSuchDayError("the calendar has no day of that kind at all");
    throw new DayOutOfRangeError();
  }

  return {
    isCounted: isInTable,
    nthAfter,
    rollForward: (day) => (isInTable(day) ? day : nthAfter(day, 1)),
  };

  function isInTable(day: DayNumber): boolean {
    const rank = rankOf(day);
    return rank > (ranks[day - first - 1] ?? 0);
  }
}
