import { describe, expect, test } from "vitest";
import { addDays, isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { dueReminders, newsSince } from "@/lib/notifications/rules";

const PARIS = zoneId("Europe/Paris");

describe("dueReminders", () => {
  test.each([
    { because: "in winter", now: "2026-11-13T08:07:00Z", shownBefore: "2026-11-10T23:00:00Z", day: "2026-11-13" },
    { because: "in summer", now: "2026-07-13T08:07:00Z", shownBefore: "2026-07-10T22:00:00Z", day: "2026-07-13" },
    {
      because: "after midnight in Paris, still the day before in London",
      now: "2026-11-12T23:30:00Z",
      shownBefore: "2026-11-10T23:00:00Z",
      day: "2026-11-13",
    },
    {
      because: "over a change of clocks",
      now: "2026-10-27T08:07:00Z",
      shownBefore: "2026-10-24T22:00:00Z",
      day: "2026-10-27",
    },
  ])("counts civil days $because", ({ now, shownBefore, day }) => {
    const due = dueReminders(instant(now), PARIS);
    expect(due.answersShownBefore).toBe(instant(shownBefore));
    expect(due.returnsDueFrom).toBe(addDays(isoDate(day), -7));
  });

  test("a return is recalled from the second day before its last to its last", () => {
    const due = dueReminders(instant("2026-11-29T08:07:00Z"), PARIS);
    expect([due.returnsDueFrom, due.returnsDueUntil]).toEqual(["2026-11-22", "2026-12-01"]);
  });
});

test("a bound is news for seven civil days", () => {
  expect(newsSince(instant("2026-11-23T09:00:00Z"), PARIS)).toBe(instant("2026-11-15T23:00:00Z"));
  expect(newsSince(instant("2026-11-22T22:59:59Z"), PARIS)).toBe(instant("2026-11-14T23:00:00Z"));
});
