import { describe, expect, test } from "vitest";
import { formatBound, formatMinutes, pressureOf, timeLeft } from "@/lib/i18n/time-left";

const dueBefore = new Date("2026-11-25T23:00:00Z");

describe("timeLeft", () => {
  test.each([
    { now: "2026-11-22T22:00:00Z", fr: "dans 3\u00a0jours", en: "in 3\u00a0days" },
    { now: "2026-11-23T23:00:00Z", fr: "dans 2\u00a0jours", en: "in 2\u00a0days" },
    { now: "2026-11-23T23:00:01Z", fr: "dans 47\u00a0h", en: "in 47\u00a0h" },
    { now: "2026-11-25T22:00:00Z", fr: "dans 1\u00a0h", en: "in 1\u00a0h" },
    { now: "2026-11-25T22:35:00Z", fr: "dans 25\u00a0min", en: "in 25\u00a0min" },
    { now: "2026-11-25T23:00:00Z", fr: "en retard de 0\u00a0min", en: "0\u00a0min late" },
    { now: "2026-11-26T02:10:00Z", fr: "en retard de 3\u00a0h", en: "3\u00a0h late" },
    { now: "2026-11-29T23:00:00Z", fr: "en retard de 4\u00a0jours", en: "4\u00a0days late" },
  ])("at $now", ({ now, fr, en }) => {
    expect(timeLeft(dueBefore, new Date(now), "fr")).toBe(fr);
    expect(timeLeft(dueBefore, new Date(now), "en")).toBe(en);
  });
});

describe("pressureOf", () => {
  test.each([
    { now: "2026-11-25T23:00:00Z", expected: "late" },
    { now: "2026-11-25T22:59:59Z", expected: "urgent" },
    { now: "2026-11-24T23:00:00Z", expected: "urgent" },
    { now: "2026-11-24T22:59:59Z", expected: "soon" },
    { now: "2026-11-22T23:00:00Z", expected: "soon" },
    { now: "2026-11-22T22:59:59Z", expected: "fine" },
  ])("at $now it is $expected", ({ now, expected }) => {
    expect(pressureOf(dueBefore, new Date(now))).toBe(expected);
  });
});

describe("formatBound", () => {
  test("the end of a day is its midnight, in the zone of the clock", () => {
    expect(formatBound(dueBefore, "Europe/Paris", "fr")).toBe("mercredi 25 novembre, minuit (heure de Paris)");
    expect(formatBound(dueBefore, "Europe/Paris", "en")).toBe("Wednesday 25 November, midnight (Paris time)");
  });

  test("a reader elsewhere is told the hour there", () => {
    expect(formatBound(dueBefore, "Europe/Paris", "fr", { readerZone: "Indian/Reunion" })).toBe(
      "mercredi 25 novembre, minuit (heure de Paris), soit jeudi 26 novembre à 3\u00a0h à La Réunion",
    );
    expect(formatBound(dueBefore, "Europe/Paris", "fr", { readerZone: "America/Martinique" })).toBe(
      "mercredi 25 novembre, minuit (heure de Paris), soit mercredi 25 novembre à 19\u00a0h en Martinique",
    );
  });

  test("a bound of another year is told with its year", () => {
    const guarantee = new Date("2028-12-31T23:00:00Z");
    const now = new Date("2026-11-25T10:00:00Z");
    expect(formatBound(guarantee, "Europe/Paris", "fr", { readerZone: "Indian/Reunion", now })).toBe(
      "dimanche 31 décembre 2028, minuit (heure de Paris), soit lundi 1er janvier 2029 à 3\u00a0h à La Réunion",
    );
    const sameYear = new Date("2028-01-01T10:00:00Z");
    expect(formatBound(guarantee, "Europe/Paris", "en", { now: sameYear })).toBe(
      "Sunday 31 December, midnight (Paris time)",
    );
  });

  test("a bound that is no midnight keeps its hour", () => {
    expect(formatBound(new Date("2026-11-25T10:30:00Z"), "Europe/Paris", "fr")).toBe(
      "mercredi 25 novembre, 11\u00a0h\u00a030 (heure de Paris)",
    );
  });
});

test("minutes in words", () => {
  expect(formatMinutes(200, "fr")).toBe("3\u00a0h\u00a020");
  expect(formatMinutes(185, "fr")).toBe("3\u00a0h\u00a005");
  expect(formatMinutes(45, "fr")).toBe("45\u00a0min");
  expect(formatMinutes(120, "en")).toBe("2\u00a0h");
});
