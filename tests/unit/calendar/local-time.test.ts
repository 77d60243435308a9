import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { instantOfLocalTime, localInput } from "@/lib/calendar/local-time";
import { zoneId } from "@/lib/calendar/zone";

const paris = zoneId("Europe/Paris");

describe("what a form's date and time name", () => {
  test.each([
    { because: "winter", text: "2026-11-23T10:30", zone: "Europe/Paris", at: "2026-11-23T09:30:00.000Z" },
    { because: "summer", text: "2026-07-14T10:30", zone: "Europe/Paris", at: "2026-07-14T08:30:00.000Z" },
    { because: "with seconds", text: "2026-11-23T10:30:15", zone: "Europe/Paris", at: "2026-11-23T09:30:15.000Z" },
    { because: "overseas", text: "2026-11-23T10:30", zone: "Indian/Reunion", at: "2026-11-23T06:30:00.000Z" },
    { because: "the hour skipped", text: "2026-03-29T02:30", zone: "Europe/Paris", at: "2026-03-29T01:30:00.000Z" },
    {
      because: "the hour that comes twice",
      text: "2026-10-25T02:30",
      zone: "Europe/Paris",
      at: "2026-10-25T00:30:00.000Z",
    },
  ])("$because: $text in $zone", ({ text, zone, at }) => {
    expect(instantOfLocalTime(text, zoneId(zone))).toBe(at);
  });

  test.each([
    "",
    "2026-11-23",
    "10:30",
    "2026-02-30T10:30",
    "2026-11-23T24:00",
    "2026-11-23T10:60",
    "2026-11-23 10:30",
    "2026-11-23T10:30Z",
    "2026-11-23T10:30+01:00",
    "2026-11-23T10:30:15.5",
    "x2026-11-23T10:30",
    "2026-11-23T1:30",
    "23/11/2026 10:30",
  ])("%j names none", (text) => {
    expect(instantOfLocalTime(text, paris)).toBeUndefined();
  });
});

describe("an instant as a form holds it", () => {
  test.each([
    { at: "2026-11-23T08:05:59.999Z", zone: "Europe/Paris", text: "2026-11-23T09:05" },
    { at: "2026-11-22T23:00:00Z", zone: "Europe/Paris", text: "2026-11-23T00:00" },
    { at: "2026-11-23T23:59:00Z", zone: "Indian/Reunion", text: "2026-11-24T03:59" },
  ])("$at in $zone is $text", ({ at, zone, text }) => {
    expect(localInput(instant(at), zoneId(zone))).toBe(text);
  });

  test("is read back as the same minute", () => {
    const at = instant("2026-07-14T08:30:00Z");
    expect(instantOfLocalTime(localInput(at, paris), paris)).toBe(at);
  });
});
