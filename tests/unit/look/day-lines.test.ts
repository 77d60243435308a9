import { expect, test } from "vitest";
import type { CalendarDay } from "@/app/_components/ui/calendar-day";
import { dayLines } from "@/app/_components/ui/day-lines";

function counted(date: string): CalendarDay {
  return { date, state: "counted", note: "day" };
}

function told(days: readonly CalendarDay[]): readonly string[] {
  return dayLines(days).map(({ first, last }) => (first === last ? first.date : `${first.date}/${last.date}`));
}

test("three days counted in a row are one line, two are two", () => {
  const days = ["2026-02-27", "2026-02-28", "2026-03-01"].map(counted);
  expect(told(days)).toEqual(["2026-02-27/2026-03-01"]);
  expect(told(days.slice(1))).toEqual(["2026-02-28", "2026-03-01"]);
});

test("the start, the end, a rest day and a holiday that counts have a line each", () => {
  const days: readonly CalendarDay[] = [
    { date: "2026-11-06", state: "start", note: "start" },
    ...["2026-11-07", "2026-11-08", "2026-11-09", "2026-11-10"].map(counted),
    { ...counted("2026-11-11"), isRemarkable: true },
    ...["2026-11-12", "2026-11-13", "2026-11-14"].map(counted),
    { date: "2026-11-15", state: "rest", note: "rest" },
    { date: "2026-11-16", state: "due", note: "end" },
  ];
  expect(told(days)).toEqual([
    "2026-11-06",
    "2026-11-07/2026-11-10",
    "2026-11-11",
    "2026-11-12/2026-11-14",
    "2026-11-15",
    "2026-11-16",
  ]);
});

test("days apart are not told together, and a day without words is not told", () => {
  expect(told(["2026-01-31", "2026-02-28", "2026-03-31"].map(counted))).toHaveLength(3);
  expect(told([{ date: "2026-01-31", state: "plain" }])).toEqual([]);
});
