import { daysBetween, isoDate } from "@/lib/calendar/civil-day";
import type { CalendarDay } from "./calendar-day";

/** Days told in one line: one day, or several in a row that are counted alike. */
export type DayLine = { readonly first: CalendarDay; readonly last: CalendarDay };

/** So many days counted in a row are told together: thirty lines of « jour 7 » say nothing more. */
const SHORTEST_RUN = 3;

/** The noted days in order, those that are merely counted gathered. */
export function dayLines(days: readonly CalendarDay[]): readonly DayLine[] {
  const runs: CalendarDay[][] = [];
  for (const day of days.filter(({ note }) => note)) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && follows(day, previous)) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap(linesOf);
}

function linesOf(run: readonly CalendarDay[]): readonly DayLine[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  return run.length < SHORTEST_RUN ? run.map((day) => ({ first: day, last: day })) : [{ first, last }];
}

function follows(day: CalendarDay, previous: CalendarDay): boolean {
  return isPlain(day) && isPlain(previous) && daysBetween(isoDate(previous.date), isoDate(day.date)) === 1;
}

function isPlain({ state, isRemarkable }: CalendarDay): boolean {
  return state === "counted" && !isRemarkable;
}
