import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  DayOutOfRangeError,
  dayOfMonthOf,
  daysBetween,
  FIRST_DAY_NUMBER,
  fromDayNumber,
  isoDate,
  LAST_DAY_NUMBER,
  monthOf,
  parseIsoDate,
  toDayNumber,
  weekdayOf,
  yearOf,
} from "@/lib/calendar/civil-day";

const anyDayNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER });

describe("parseIsoDate", () => {
  test.each(["2000-01-01", "2024-02-29", "2026-11-23", "2100-12-31"])("takes %s", (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  test.each([
    "",
    "2026-2-3",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-04-31",
    "2025-02-29",
    "2100-02-29",
    "1999-12-31",
    "2101-01-01",
    "2026-11-23T00:00:00Z",
    " 2026-11-23",
    "20261123",
  ])("refuses %j", (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDate(text)).toThrow(RangeError);
  });
});

describe("day numbers", () => {
  test.each([
    { day: "2000-01-01", number: 10_957 },
    { day: "2000-02-29", number: 11_016 },
    { day: "2026-11-23", number: 20_780 },
    { day: "2100-12-31", number: 47_846 },
  ])("$day is day $number", ({ day, number }) => {
    expect(toDayNumber(isoDate(day))).toBe(number);
    expect(fromDayNumber(number)).toBe(day);
  });

  test("agree with the machine's own calendar on every day", () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        const day = fromDayNumber(number);
        const machine = new Date(number * 86_400_000);
        expect(day).toBe(machine.toISOString().slice(0, 10));
        expect(toDayNumber(day)).toBe(number);
        expect(weekdayOf(number)).toBe(machine.getUTCDay());
        expect([yearOf(day), monthOf(day), dayOfMonthOf(day)]).toEqual([
          machine.getUTCFullYear(),
          machine.getUTCMonth() + 1,
          machine.getUTCDate(),
        ]);
      }),
    );
  });

  test("a day before 1970 has its weekday too", () => {
    expect(weekdayOf(-1)).toBe(3);
  });

  test.each([FIRST_DAY_NUMBER - 1, LAST_DAY_NUMBER + 1, 20_780.5, Number.NaN])("%d is no day", (number) => {
    expect(() => fromDayNumber(number)).toThrow(DayOutOfRangeError);
  });

  test("the refusal names the start of the period", () => {
    expect(new DayOutOfRangeError()).toMatchObject({
      field: "startsAt",
      message: "a day of the period falls outside 2000–2100",
    });
  });
});

describe("addDays and daysBetween", () => {
  test.each([
    { from: "2026-12-31", days: 1, to: "2027-01-01" },
    { from: "2028-02-28", days: 1, to: "2028-02-29" },
    { from: "2027-02-28", days: 1, to: "2027-03-01" },
    { from: "2026-03-01", days: -1, to: "2026-02-28" },
    { from: "2026-10-19", days: 7, to: "2026-10-26" },
    { from: "2026-11-23", days: 0, to: "2026-11-23" },
  ])("$from + $days = $to", ({ from, days, to }) => {
    expect(addDays(isoDate(from), days)).toBe(to);
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(days);
  });

  test("end with the years the product vouches for", () => {
    expect(() => addDays(isoDate("2100-12-31"), 1)).toThrow(DayOutOfRangeError);
  });
});

describe("addMonths", () => {
  test.each([
    { because: "same day number", from: "2026-05-15", months: 12, to: "2027-05-15" },
    { because: "no 31 February", from: "2026-01-31", months: 1, to: "2026-02-28" },
    { because: "29 February in a leap year", from: "2028-01-31", months: 1, to: "2028-02-29" },
    { because: "no 29 February two years on", from: "2028-02-29", months: 24, to: "2030-02-28" },
    { because: "no 31 April", from: "2026-03-31", months: 1, to: "2026-04-30" },
    { because: "December to January", from: "2026-12-15", months: 1, to: "2027-01-15" },
    { because: "November to December", from: "2026-11-30", months: 1, to: "2026-12-30" },
    { because: "nothing added", from: "2026-12-31", months: 0, to: "2026-12-31" },
  ])("$because: $from + $months", ({ from, months, to }) => {
    expect(addMonths(isoDate(from), months)).toBe(to);
  });
});
