import { describe, expect, test } from "vitest";
import { addBusinessMinutes, OpeningHoursError } from "@/lib/calendar/business-hours";
import { calendar } from "@/lib/calendar/calendars";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";

const day = [
  { from: 9 * 60, to: 12 * 60 + 30 },
  { from: 14 * 60, to: 18 * 60 },
];
const week = { 1: day, 2: day, 3: day, 4: day, 5: day };
const paris = { calendar: calendar("FR"), zone: zoneId("Europe/Paris") };

describe("addBusinessMinutes", () => {
  test.each([
    { because: "within the morning", from: "2026-11-23T09:30:00+01:00", minutes: 60, to: "2026-11-23T09:30:00.000Z" },
    { because: "to closing time", from: "2026-11-23T11:30:00+01:00", minutes: 60, to: "2026-11-23T11:30:00.000Z" },
    { because: "a minute over lunch", from: "2026-11-23T11:30:00+01:00", minutes: 61, to: "2026-11-23T13:01:00.000Z" },
    { because: "asked at lunch", from: "2026-11-23T13:00:00+01:00", minutes: 30, to: "2026-11-23T13:30:00.000Z" },
    { because: "asked at night", from: "2026-11-22T03:00:00+01:00", minutes: 30, to: "2026-11-23T08:30:00.000Z" },
    { because: "over the weekend", from: "2026-11-20T17:30:00+01:00", minutes: 60, to: "2026-11-23T08:30:00.000Z" },
    { because: "over a holiday", from: "2026-11-10T17:30:00+01:00", minutes: 60, to: "2026-11-12T08:30:00.000Z" },
    { because: "two days", from: "2026-11-23T09:00:00+01:00", minutes: 900, to: "2026-11-24T17:00:00.000Z" },
    { because: "after closing", from: "2026-11-23T18:00:00+01:00", minutes: 1, to: "2026-11-24T08:01:00.000Z" },
  ])("$because", ({ from, minutes, to }) => {
    expect(addBusinessMinutes(instant(from), minutes, week, paris).endsAt).toBe(to);
  });

  test("says what each day gave, and only the days that gave something", () => {
    const { days } = addBusinessMinutes(instant("2026-11-20T17:30:00+01:00"), 480, week, paris);
    expect(days).toEqual([
      { day: 20_777, minutes: 30 },
      { day: 20_780, minutes: 450 },
    ]);
  });

  test("an opening that spans a clock change is an hour shorter", () => {
    const night = { 0: [{ from: 0, to: 1440 }] };
    expect(addBusinessMinutes(instant("2026-03-29T00:00:00+01:00"), 23 * 60, night, paris).endsAt).toBe(
      "2026-03-29T22:00:00.000Z",
    );
    expect(addBusinessMinutes(instant("2026-03-29T00:00:00+01:00"), 23 * 60 + 1, night, paris).endsAt).toBe(
      "2026-04-04T22:01:00.000Z",
    );
  });

  test("never open is an error, not a hang", () => {
    expect(() => addBusinessMinutes(instant("2026-11-23T09:00:00Z"), 1, {}, paris)).toThrow(OpeningHoursError);
    expect(new OpeningHoursError().field).toBe("opening");
  });
});
