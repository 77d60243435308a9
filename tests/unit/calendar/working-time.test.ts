import { expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { instant } from "@/lib/calendar/instant";
import { workingMinutes } from "@/lib/calendar/working-time";
import { zoneId } from "@/lib/calendar/zone";

const PARIS = { calendar: calendar("FR"), zone: zoneId("Europe/Paris") };

test.each([
  { because: "an hour of a Monday", from: "2026-11-16T09:00:00Z", to: "2026-11-16T10:00:00Z", expected: 60 },
  {
    because: "a night counts as its day does",
    from: "2026-11-16T22:00:00Z",
    to: "2026-11-17T00:00:00Z",
    expected: 120,
  },
  { because: "a weekend gives nothing", from: "2026-11-20T22:30:00Z", to: "2026-11-22T23:30:00Z", expected: 60 },
  { because: "11 November gives nothing", from: "2026-11-10T23:00:00Z", to: "2026-11-11T23:00:00Z", expected: 0 },
  { because: "the clocks change on a Sunday", from: "2026-10-23T22:00:00Z", to: "2026-10-25T23:01:00Z", expected: 1 },
  { because: "seconds are left out", from: "2026-11-16T09:00:00Z", to: "2026-11-16T09:01:59Z", expected: 1 },
  { because: "an end before the start", from: "2026-11-16T09:00:00Z", to: "2026-11-16T08:00:00Z", expected: 0 },
])("$because", ({ from, to, expected }) => {
  expect(workingMinutes(instant(from), instant(to), PARIS)).toBe(expected);
});
