import { describe, expect, test } from "vitest";
import { OpeningHoursError } from "@/lib/calendar/business-hours";
import { calendar } from "@/lib/calendar/calendars";
import { DayOutOfRangeError, dayNumberOf, isoDate } from "@/lib/calendar/civil-day";
import { NoSuchDayError } from "@/lib/calendar/day-counter";
import { instant } from "@/lib/calendar/instant";
import { workingCalendar } from "@/lib/calendar/working-calendar";
import { zoneId } from "@/lib/calendar/zone";
import { agreedDeadline, computeDeadline, type Period, PeriodLengthError } from "@/lib/deadlines/deadline";
import { PERIOD_UNITS } from "@/lib/deadlines/rule";
import { traceDeadline } from "@/lib/deadlines/trace";

const place = { calendar: calendar("FR"), zone: zoneId("Europe/Paris") };
const office = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
const opening = { 1: office, 2: office, 3: office, 4: office, 5: office };

function deadline(period: Period, startsAt: string) {
  return computeDeadline({ period, startsAt: instant(startsAt), ...place });
}

describe("computeDeadline", () => {
  test.each([
    { because: "working days", length: 2, unit: "working_day", roll: "none", from: "2026-11-20", due: "2026-11-24" },
    { because: "delivery days", length: 2, unit: "delivery_day", roll: "none", from: "2026-11-20", due: "2026-11-23" },
    { because: "calendar days", length: 7, unit: "calendar_day", roll: "none", from: "2026-11-21", due: "2026-11-28" },
    { because: "rolled", length: 14, unit: "calendar_day", roll: "forward", from: "2026-11-07", due: "2026-11-23" },
    { because: "months", length: 1, unit: "month", roll: "none", from: "2026-01-31", due: "2026-02-28" },
    { because: "months rolled", length: 1, unit: "month", roll: "forward", from: "2026-01-31", due: "2026-03-02" },
  ] as const)("$because", ({ length, unit, roll, from, due }) => {
    expect(deadline({ length, unit, roll }, `${from}T12:00:00+01:00`)).toMatchObject({ startsOn: from, dueOn: due });
  });

  test("keeps the last day before the roll", () => {
    const rolled = deadline({ length: 14, unit: "calendar_day", roll: "forward" }, "2026-11-07T12:00:00+01:00");
    expect(rolled).toEqual({
      startsOn: "2026-11-07",
      nominalOn: "2026-11-21",
      dueOn: "2026-11-23",
      dueBefore: "2026-11-23T23:00:00.000Z",
    });
  });

  test.each([
    {
      because: "48 hours",
      length: 48,
      from: "2026-11-20T17:00:00+01:00",
      on: "2026-11-22",
      at: "2026-11-22T16:00:00.000Z",
    },
    {
      because: "across a clock change",
      length: 24,
      from: "2026-10-24T12:00:00+02:00",
      on: "2026-10-25",
      at: "2026-10-25T10:00:00.000Z",
    },
    {
      because: "ending at midnight, the day that ends",
      length: 24,
      from: "2026-11-20T00:00:00+01:00",
      on: "2026-11-20",
      at: "2026-11-20T23:00:00.000Z",
    },
  ])("running hours: $because", ({ length, from, on, at }) => {
    expect(deadline({ length, unit: "hour", roll: "none" }, from)).toMatchObject({ dueOn: on, dueBefore: at });
  });

  test("opening hours with a lunch break", () => {
    expect(
      deadline({ length: 8, unit: "business_hour", roll: "none", opening }, "2026-11-20T16:00:00+01:00"),
    ).toMatchObject({ startsOn: "2026-11-20", dueOn: "2026-11-23", dueBefore: "2026-11-23T16:00:00.000Z" });
  });

  test("opening hours that are not given are an error", () => {
    expect(() => deadline({ length: 8, unit: "business_hour", roll: "none" }, "2026-11-20T16:00:00Z")).toThrow(
      OpeningHoursError,
    );
  });

  test.each([0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a length of %s is an error that says so", (length) => {
    for (const unit of PERIOD_UNITS) {
      const period = { length, unit, roll: "none", opening } as const;
      expect(() => deadline(period, "2026-11-20T16:00:00Z")).toThrow(PeriodLengthError);
    }
    expect(new PeriodLengthError()).toMatchObject({
      field: "length",
      message: expect.stringContaining("whole number"),
    });
  });

  test.each([
    { because: "no day is worked", unit: "working_day", roll: "none", error: NoSuchDayError },
    { because: "nothing is delivered", unit: "delivery_day", roll: "none", error: NoSuchDayError },
    { because: "there is no day to roll to", unit: "calendar_day", roll: "forward", error: NoSuchDayError },
    { because: "no month rolls either", unit: "month", roll: "forward", error: NoSuchDayError },
    { because: "the shop never opens", unit: "business_hour", roll: "none", error: OpeningHoursError },
  ] as const)("a calendar of holidays alone is an error: $because", ({ unit, roll, error }) => {
    const name = { fr: "Repos", en: "Rest" };
    const rest = workingCalendar("rest", (year) => {
      const first = dayNumberOf(year, 1, 1);
      return new Map(Array.from({ length: 366 }, (_, index) => [first + index, name]));
    });
    const input = { period: { length: 2, unit, roll, opening }, startsAt: instant("2026-11-20T16:00:00Z") };
    expect(() => computeDeadline({ ...input, calendar: rest, zone: place.zone })).toThrow(error);
  });

  test("past 2100 is an error", () => {
    expect(() => deadline({ length: 24, unit: "month", roll: "none" }, "2099-06-01T00:00:00Z")).toThrow(
      DayOutOfRangeError,
    );
  });
});

describe("agreedDeadline", () => {
  test("ends with the agreed day, whatever day it is", () => {
    expect(agreedDeadline(instant("2026-11-01T23:30:00Z"), isoDate("2026-11-21"), place.zone)).toEqual({
      startsOn: "2026-11-02",
      nominalOn: "2026-11-21",
      dueOn: "2026-11-21",
      dueBefore: "2026-11-21T23:00:00.000Z",
    });
  });
});

describe("traceDeadline", () => {
  function trace(period: Period, startsAt: string) {
    return traceDeadline({ period, startsAt: instant(startsAt), ...place });
  }

  test("working days over a holiday and a weekend", () => {
    expect(trace({ length: 2, unit: "working_day", roll: "none" }, "2026-04-30T16:00:00+02:00")).toEqual([
      { day: "2026-04-30", counted: false, reason: "day_zero" },
      {
        day: "2026-05-01",
        counted: false,
        reason: "holiday",
        rest: "holiday",
        holiday: { fr: "Fête du Travail", en: "Labour Day" },
      },
      { day: "2026-05-02", counted: false, reason: "saturday", rest: "saturday" },
      { day: "2026-05-03", counted: false, reason: "sunday", rest: "sunday" },
      { day: "2026-05-04", counted: true, reason: "counted", ordinal: 1 },
      { day: "2026-05-05", counted: true, reason: "counted", ordinal: 2 },
    ]);
  });

  test("delivery days pass over Sundays only", () => {
    expect(trace({ length: 2, unit: "delivery_day", roll: "none" }, "2026-11-20T16:00:00+01:00")).toEqual([
      { day: "2026-11-20", counted: false, reason: "day_zero" },
      { day: "2026-11-21", counted: true, reason: "counted", ordinal: 1, rest: "saturday" },
      { day: "2026-11-22", counted: false, reason: "sunday", rest: "sunday" },
      { day: "2026-11-23", counted: true, reason: "counted", ordinal: 2 },
    ]);
  });

  test("calendar days, with a roll", () => {
    const days = trace({ length: 14, unit: "calendar_day", roll: "forward" }, "2026-11-07T16:00:00+01:00");
    expect(days).toHaveLength(17);
    expect(days[0]).toEqual({ day: "2026-11-07", counted: false, reason: "day_zero", rest: "saturday" });
    expect(days.slice(-3)).toEqual([
      { day: "2026-11-21", counted: true, reason: "counted", ordinal: 14, rest: "saturday" },
      { day: "2026-11-22", counted: false, reason: "sunday", rest: "sunday" },
      { day: "2026-11-23", counted: false, reason: "rolled_to" },
    ]);
  });

  test("calendar days, without one", () => {
    const days = trace({ length: 7, unit: "calendar_day", roll: "none" }, "2026-11-21T16:00:00+01:00");
    expect(days.map(({ ordinal }) => ordinal)).toEqual([undefined, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("months by their last days", () => {
    expect(trace({ length: 2, unit: "month", roll: "forward" }, "2026-12-31T16:00:00+01:00")).toEqual([
      { day: "2026-12-31", counted: false, reason: "day_zero" },
      { day: "2027-01-31", counted: true, reason: "counted", ordinal: 1, rest: "sunday" },
      { day: "2027-02-28", counted: true, reason: "counted", ordinal: 2, rest: "sunday" },
      { day: "2027-03-01", counted: false, reason: "rolled_to" },
    ]);
  });

  test("running hours by day", () => {
    expect(trace({ length: 48, unit: "hour", roll: "none" }, "2026-11-20T17:00:00+01:00")).toEqual([
      { day: "2026-11-20", counted: true, reason: "counted", ordinal: 1, minutes: 420 },
      { day: "2026-11-21", counted: true, reason: "counted", ordinal: 2, minutes: 1440, rest: "saturday" },
      { day: "2026-11-22", counted: true, reason: "counted", ordinal: 3, minutes: 1020, rest: "sunday" },
    ]);
  });

  test("running hours that end at midnight leave the next day alone", () => {
    expect(trace({ length: 24, unit: "hour", roll: "none" }, "2026-11-23T00:00:00+01:00")).toEqual([
      { day: "2026-11-23", counted: true, reason: "counted", ordinal: 1, minutes: 1440 },
    ]);
  });

  test("opening hours by day", () => {
    expect(trace({ length: 8, unit: "business_hour", roll: "none", opening }, "2026-11-20T16:00:00+01:00")).toEqual([
      { day: "2026-11-20", counted: true, reason: "counted", ordinal: 1, minutes: 120 },
      { day: "2026-11-23", counted: true, reason: "counted", ordinal: 2, minutes: 360 },
    ]);
  });
});
