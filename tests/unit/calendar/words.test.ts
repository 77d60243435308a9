import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { dayInWords, dayOfYearInWords, shortDayInWords, timeInWords } from "@/lib/calendar/day-words";
import { zoneId } from "@/lib/calendar/zone";
import { zoneWords } from "@/lib/calendar/zone-words";

describe("days in words", () => {
  test.each([
    { day: "2026-05-01", fr: "vendredi 1er mai 2026", en: "Friday 1 May 2026" },
    { day: "2026-11-22", fr: "dimanche 22 novembre 2026", en: "Sunday 22 November 2026" },
    { day: "2026-01-31", fr: "samedi 31 janvier 2026", en: "Saturday 31 January 2026" },
    { day: "2026-12-11", fr: "vendredi 11 décembre 2026", en: "Friday 11 December 2026" },
  ])("$fr", ({ day, fr, en }) => {
    expect(dayInWords(isoDate(day), "fr")).toBe(fr);
    expect(dayInWords(isoDate(day), "en")).toBe(en);
  });

  test("shorter", () => {
    expect(dayOfYearInWords(isoDate("2026-08-01"), "fr")).toBe("samedi 1er août");
    expect(shortDayInWords(isoDate("2026-08-01"), "fr")).toBe("samedi 1er");
    expect(shortDayInWords(isoDate("2026-08-01"), "en")).toBe("Saturday 1");
  });

  test("hours", () => {
    expect(timeInWords({ hour: 3, minute: 0 }, "fr")).toBe("3\u00a0h");
    expect(timeInWords({ hour: 13, minute: 5 }, "fr")).toBe("13\u00a0h\u00a005");
    expect(timeInWords({ hour: 3, minute: 0 }, "en")).toBe("3:00");
  });
});

describe("zones in words", () => {
  test.each([
    { zone: "Europe/Paris", fr: "heure de Paris", place: "à Paris", en: "Paris time", at: "in Paris" },
    { zone: "Indian/Reunion", fr: "heure de La Réunion", place: "à La Réunion", en: "Réunion time", at: "in Réunion" },
    { zone: "America/New_York", fr: "heure de New York", place: "à New York", en: "New York time", at: "in New York" },
    { zone: "Europe/Athens", fr: "heure d’Athens", place: "à Athens", en: "Athens time", at: "in Athens" },
    {
      zone: "America/Argentina/Ushuaia",
      fr: "heure d’Ushuaia",
      place: "à Ushuaia",
      en: "Ushuaia time",
      at: "in Ushuaia",
    },
  ])("$zone", ({ zone, fr, place, en, at }) => {
    const words = zoneWords(zoneId(zone));
    expect([words.time.fr, words.place.fr, words.time.en, words.place.en]).toEqual([fr, place, en, at]);
  });
});
