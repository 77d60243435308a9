import { describe, expect, test } from "vitest";
import { DayOutOfRangeError, FIRST_DAY_NUMBER, isoDate, LAST_DAY_NUMBER } from "@/lib/calendar/civil-day";
import { fromEpochMs, instant } from "@/lib/calendar/instant";
import {
  endOfDay,
  localDay,
  localTime,
  parseZone,
  startOfDay,
  startOfDayMs,
  wallClockMs,
  zoneId,
} from "@/lib/calendar/zone";

const paris = zoneId("Europe/Paris");

describe("parseZone", () => {
  test.each(["Europe/Paris", "America/St_Barthelemy", "America/Marigot", "Etc/GMT+5", "UTC"])("knows %s", (name) => {
    expect(parseZone(name)).toBe(name);
    expect(parseZone(name)).toBe(name);
  });

  test.each(["", "+01:00", "Europe/Pariss", "Paris", "Europe/Paris ", "../etc/passwd", "Europe//Paris"])(
    "does not know %j",
    (name) => {
      expect(parseZone(name)).toBeUndefined();
      expect(() => zoneId(name)).toThrow(/unknown zone/);
    },
  );
});

describe("the local day", () => {
  test.each([
    { at: "2026-07-05T21:59:59.999Z", zone: "Europe/Paris", day: "2026-07-05" },
    { at: "2026-07-05T22:00:00Z", zone: "Europe/Paris", day: "2026-07-06" },
    { at: "2026-11-22T22:59:59.999Z", zone: "Europe/Paris", day: "2026-11-22" },
    { at: "2026-11-22T23:00:00Z", zone: "Europe/Paris", day: "2026-11-23" },
    { at: "2026-11-23T09:59:59Z", zone: "Pacific/Kiritimati", day: "2026-11-23" },
    { at: "2026-11-23T10:00:00Z", zone: "Pacific/Kiritimati", day: "2026-11-24" },
    { at: "2026-11-23T09:59:59Z", zone: "Pacific/Tahiti", day: "2026-11-22" },
    { at: "2011-12-30T09:59:59Z", zone: "Pacific/Apia", day: "2011-12-29" },
    { at: "2011-12-30T10:00:00Z", zone: "Pacific/Apia", day: "2011-12-31" },
  ])("of $at in $zone is $day", ({ at, zone, day }) => {
    expect(localDay(instant(at), zoneId(zone))).toBe(day);
  });

  test("is that of the bound at the bound, and the first of the last day of all", () => {
    expect(localDay(instant("2100-12-31T22:59:59.999Z"), paris)).toBe("2100-12-31");
    expect(() => localDay(instant("2100-12-31T23:00:00Z"), paris)).toThrow(DayOutOfRangeError);
  });

  test("is refused before 2000, even by an hour", () => {
    expect(() => localDay(instant("2000-01-01T00:00:00Z"), zoneId("America/Los_Angeles"))).toThrow(DayOutOfRangeError);
    expect(() => localDay(fromEpochMs(0), paris)).toThrow(DayOutOfRangeError);
  });
});

describe("a day in a zone", () => {
  test.each([
    { because: "winter", day: "2026-11-24", from: "2026-11-23T23:00:00.000Z", to: "2026-11-24T23:00:00.000Z" },
    { because: "summer", day: "2026-07-08", from: "2026-07-07T22:00:00.000Z", to: "2026-07-08T22:00:00.000Z" },
    { because: "23 hours", day: "2026-03-29", from: "2026-03-28T23:00:00.000Z", to: "2026-03-29T22:00:00.000Z" },
    { because: "25 hours", day: "2026-10-25", from: "2026-10-24T22:00:00.000Z", to: "2026-10-25T23:00:00.000Z" },
    { because: "last day", day: "2100-12-31", from: "2100-12-30T23:00:00.000Z", to: "2100-12-31T23:00:00.000Z" },
  ])("$because: $day", ({ day, from, to }) => {
    expect(startOfDay(isoDate(day), paris)).toBe(from);
    expect(endOfDay(isoDate(day), paris)).toBe(to);
  });

  test("begins when the clocks have moved, where they move at midnight", () => {
    expect(startOfDay(isoDate("2026-04-24"), zoneId("Africa/Cairo"))).toBe("2026-04-23T22:00:00.000Z");
    expect(localTime(instant("2026-04-23T22:00:00Z"), zoneId("Africa/Cairo"))).toEqual({
      day: "2026-04-24",
      hour: 1,
      minute: 0,
    });
  });

  test.each([FIRST_DAY_NUMBER - 5, LAST_DAY_NUMBER + 5])("is refused far outside the years we know: %s", (day) => {
    expect(() => startOfDayMs(day, paris)).toThrow(DayOutOfRangeError);
  });

  test("keeps its midnights when many zones come and go", () => {
    for (const region of ["Asia", "Europe", "America", "Pacific", "Africa"]) {
      const zones = Intl.supportedValuesOf("timeZone").filter((name) => name.startsWith(region));
      for (const name of zones.slice(0, 12)) startOfDay(isoDate("2026-11-24"), zoneId(name));
    }
    expect(startOfDay(isoDate("2026-11-24"), paris)).toBe("2026-11-23T23:00:00.000Z");
  });
});

describe("wallClockMs", () => {
  test.each([
    { day: 20_780, minutes: 0, at: "2026-11-22T23:00:00.000Z" },
    { day: 20_780, minutes: 9 * 60 + 30, at: "2026-11-23T08:30:00.000Z" },
    { day: 20_780, minutes: 1440, at: "2026-11-23T23:00:00.000Z" },
  ])("reads $minutes minutes of the day", ({ day, minutes, at }) => {
    expect(fromEpochMs(wallClockMs(day, minutes, paris))).toBe(at);
  });
});
