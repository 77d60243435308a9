import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar, findCalendar, unionCalendar, withdrawalCalendar } from "@/lib/calendar/calendars";
import { DayOutOfRangeError, FIRST_DAY_NUMBER, isoDate, LAST_DAY_NUMBER, toDayNumber } from "@/lib/calendar/civil-day";
import { dayCounter, NoSuchDayError } from "@/lib/calendar/day-counter";
import {
  addDeliveryDays,
  addWorkingDays,
  isDeliveryDay,
  isWorkingDay,
  restDay,
  rollForward,
  workingCalendar,
} from "@/lib/calendar/working-calendar";

const mainland = calendar("FR");
const moselle = calendar("FR-AM");

describe("three kinds of days", () => {
  test.each([
    { because: "Monday", day: "2026-11-23", working: true, delivery: true },
    { because: "Saturday", day: "2026-11-21", working: false, delivery: true },
    { because: "Sunday", day: "2026-11-22", working: false, delivery: false },
    { because: "Wednesday 11 November", day: "2026-11-11", working: false, delivery: false },
    { because: "holiday on a Saturday", day: "2026-08-15", working: false, delivery: false },
    { because: "bridge day", day: "2026-05-15", working: true, delivery: true },
    { because: "first day of all", day: "2000-01-03", working: true, delivery: true },
    { because: "a holiday on the first day", day: "2000-01-01", working: false, delivery: false },
    { because: "last day of all, a Friday", day: "2100-12-31", working: true, delivery: true },
  ])("$because: $day", ({ day, working, delivery }) => {
    expect(isWorkingDay(isoDate(day), mainland)).toBe(working);
    expect(isDeliveryDay(isoDate(day), mainland)).toBe(delivery);
  });

  test.each([
    { day: "2026-11-21", rest: { kind: "saturday" } },
    { day: "2026-11-22", rest: { kind: "sunday" } },
    { day: "2026-11-23", rest: undefined },
    { day: "2026-08-15", rest: { kind: "holiday", holiday: { fr: "Assomption", en: "Assumption Day" } } },
  ])("$day rests for its own reason", ({ day, rest }) => {
    expect(restDay(toDayNumber(isoDate(day)), mainland)).toEqual(rest);
  });
});

describe("addWorkingDays", () => {
  test.each([
    { because: "from Friday", from: "2026-11-20", days: 2, to: "2026-11-24" },
    { because: "from Saturday, the same", from: "2026-11-21", days: 2, to: "2026-11-24" },
    { because: "from Sunday, the same", from: "2026-11-22", days: 2, to: "2026-11-24" },
    { because: "from Monday", from: "2026-11-23", days: 2, to: "2026-11-25" },
    { because: "one day before a holiday", from: "2026-11-09", days: 1, to: "2026-11-10" },
    { because: "one day over a holiday", from: "2026-11-10", days: 1, to: "2026-11-12" },
    { because: "over a year", from: "2026-12-30", days: 2, to: "2027-01-04" },
    { because: "a whole year of 252", from: "2026-01-01", days: 252, to: "2026-12-31" },
  ])("$because", ({ from, days, to }) => {
    expect(addWorkingDays(isoDate(from), days, mainland)).toBe(to);
  });

  test("a calendar of one's own counts both kinds of days by its own holidays", () => {
    const friday = toDayNumber(isoDate("2026-11-27"));
    const own = workingCalendar("own", () => new Map([[friday, { fr: "Inventaire", en: "Stocktaking" }]]));
    expect(addWorkingDays(isoDate("2026-11-26"), 1, own)).toBe("2026-11-30");
    expect(addDeliveryDays(isoDate("2026-11-26"), 1, own)).toBe("2026-11-28");
    expect([isDeliveryDay(isoDate("2026-11-27"), own), isDeliveryDay(isoDate("2026-11-29"), own)]).toEqual([
      false,
      false,
    ]);
  });

  test("delivery days count Saturdays", () => {
    expect(addDeliveryDays(isoDate("2026-11-20"), 2, mainland)).toBe("2026-11-23");
    expect(addDeliveryDays(isoDate("2026-05-07"), 2, mainland)).toBe("2026-05-11");
  });

  test.each([0, -1, Number.NaN])("does not count %d days", (days) => {
    expect(() => addWorkingDays(isoDate("2026-11-20"), days, mainland)).toThrow(RangeError);
  });

  test("agrees with counting one day at a time, in whatever order years are asked for", () => {
    const anyDay = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER - 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDay, fc.integer({ min: 1, max: 30 })), { maxLength: 6 }), (steps) => {
        const fresh = workingCalendar("fresh", (year) => new Map([[toDayNumber(isoDate(`${year}-05-01`)), LABOUR]]));
        for (const [from, n] of steps) expect(fresh.workingDays.nthAfter(from, n)).toBe(oneByOne(from, n));
      }),
      { numRuns: 40 },
    );
  });

  test("ends with 2100", () => {
    expect(() => addWorkingDays(isoDate("2100-12-31"), 1, mainland)).toThrow(DayOutOfRangeError);
    expect(addWorkingDays(isoDate("2100-12-30"), 1, mainland)).toBe("2100-12-31");
  });

  test("a calendar in which nothing is worked is an error, not a hang", () => {
    const idle = dayCounter(() => false);
    expect(() => idle.nthAfter(toDayNumber(isoDate("2026-11-23")), 1)).toThrow(NoSuchDayError);
    expect(() => idle.rollForward(toDayNumber(isoDate("2026-11-23")))).toThrow(/no day of that kind/);
    expect(new NoSuchDayError().field).toBe("calendar");
  });

  test("a calendar whose working days come late is searched to the end", () => {
    const late = dayCounter((day) => day === toDayNumber(isoDate("2090-06-01")));
    expect(late.nthAfter(toDayNumber(isoDate("2001-01-01")), 1)).toBe(toDayNumber(isoDate("2090-06-01")));
    expect(() => late.nthAfter(toDayNumber(isoDate("2001-01-01")), 2)).toThrow(DayOutOfRangeError);
  });
});

describe("rollForward", () => {
  test.each([
    { because: "a working day stays", day: "2026-11-23", to: "2026-11-23" },
    { because: "Saturday to Monday", day: "2026-11-21", to: "2026-11-23" },
    { because: "14 July to 15 July", day: "2026-07-14", to: "2026-07-15" },
    { because: "1 May over the weekend", day: "2026-05-01", to: "2026-05-04" },
    { because: "Saturday, Sunday, Whit Monday", day: "2027-05-15", to: "2027-05-18" },
  ])("$because", ({ day, to }) => {
    expect(rollForward(isoDate(day), mainland)).toBe(to);
  });

  test("26 December is a holiday in Moselle only", () => {
    expect(rollForward(isoDate("2024-12-26"), mainland)).toBe("2024-12-26");
    expect(rollForward(isoDate("2024-12-26"), moselle)).toBe("2024-12-27");
  });
});

describe("calendars by id", () => {
  test.each(["", "XX", "fr", "FR+", "+FR", "FR+FR", "FR+XX", "FR+GP+RE", "constructor"])("%j is unknown", (id) => {
    expect(findCalendar(id)).toBeUndefined();
    expect(() => calendar(id)).toThrow(/unknown calendar/);
  });

  test("are built once", () => {
    expect(calendar("FR")).toBe(mainland);
    expect(withdrawalCalendar("RE")).toBe(calendar("RE+FR"));
    expect(withdrawalCalendar("FR")).toBe(mainland);
    expect(unionCalendar("RE", "FR").id).toBe("RE+FR");
  });

  test("a day of both calendars keeps the name the first gives it", () => {
    const day = toDayNumber(isoDate("2023-06-29"));
    expect(unionCalendar("PF", "WF").holidayOn(day)?.fr).toBe("Fête de l’Autonomie");
    expect(unionCalendar("WF", "PF").holidayOn(day)?.fr).toBe("Saint Pierre et saint Paul");
  });

  test("a union rests when either does", () => {
    const both = unionCalendar("RE", "GP");
    expect(both.holidayOn(toDayNumber(isoDate("2027-12-20")))?.fr).toBe("Abolition de l’esclavage");
    expect(both.holidayOn(toDayNumber(isoDate("2026-05-27")))?.fr).toBe("Abolition de l’esclavage");
    expect(both.holidayOn(toDayNumber(isoDate("2026-05-28")))).toBeUndefined();
  });
});

const LABOUR = { fr: "Fête du Travail", en: "Labour Day" };

function oneByOne(from: number, n: number): number {
  let [day, left] = [from, n];
  while (left > 0) {
    day += 1;
    const date = new Date(day * 86_400_000);
    const isHoliday = date.getUTCMonth() === 4 && date.getUTCDate() === 1;
    if (date.getUTCDay() % 6 !== 0 && !isHoliday) left -= 1;
  }
  return day;
}
