import { describe, expect, test } from "vitest";
import {
  dayIn,
  formatBytes,
  formatDay,
  formatInstant,
  formatList,
  formatMoney,
  formatMonth,
  formatPercent,
  formatRate,
  formatTime,
} from "@/lib/i18n/format";

describe("amounts and numbers", () => {
  test.each([
    { cents: 123_450, locale: "fr" as const, expected: "1\u202f234,50\u00a0€" },
    { cents: 123_450, locale: "en" as const, expected: "€1,234.50" },
    { cents: -5, locale: "fr" as const, expected: "-0,05\u00a0€" },
    { cents: 0, locale: "fr" as const, expected: "0,00\u00a0€" },
  ])("$cents cents in $locale", ({ cents, locale, expected }) => {
    expect(formatMoney(cents, locale)).toBe(expected);
  });

  test.each([
    { cents: 129_900, expected: "1\u202f299\u00a0HUF" },
    { cents: 129_950, expected: "1\u202f299,50\u00a0HUF" },
  ])("$cents hundredths of a forint: whole as it is used to be, never rounded", ({ cents, expected }) => {
    expect(formatMoney(cents, "fr", "HUF")).toBe(expected);
  });

  test("a rate in basis points and a share", () => {
    expect(formatRate(550, "fr")).toBe("5,5\u00a0%");
    expect(formatRate(2000, "en")).toBe("20%");
    expect(formatPercent(0.9754, "fr")).toBe("97,5\u00a0%");
  });

  test("a list and a size", () => {
    expect(formatList(["photo", "facture", "preuve"], "fr")).toBe("photo, facture et preuve");
    expect(formatBytes(1_200_000, "fr")).toBe("1,2\u00a0Mo");
    expect(formatBytes(0, "fr")).toBe("0\u00a0octets");
    expect(formatBytes(999, "en")).toBe("999\u00a0bytes");
  });
});

describe("days", () => {
  test.each([
    { day: "2026-11-24", expected: "mardi 24 novembre 2026" },
    { day: "2026-12-01", expected: "mardi 1er décembre 2026" },
    { day: "2026-11-11", expected: "mercredi 11 novembre 2026" },
    { day: "2028-02-29", expected: "mardi 29 février 2028" },
  ])("$day in French", ({ day, expected }) => {
    expect(formatDay(day, "fr")).toBe(expected);
  });

  test("other styles", () => {
    expect(formatDay("2026-11-24", "fr", "short")).toBe("mar. 24 nov.");
    expect(formatDay("2026-11-24", "fr", "numeric")).toBe("24/11/2026");
    expect(formatDay("2026-12-01", "fr", "numeric")).toBe("01/12/2026");
    expect(formatDay("2026-11-24", "fr", "long_without_year")).toBe("mardi 24 novembre");
    expect(formatDay("2026-11-24", "en")).toBe("Tuesday 24 November 2026");
    expect(formatMonth("2026-12", "fr")).toBe("décembre 2026");
  });
});

describe("instants", () => {
  const lateEvening = new Date("2026-11-24T22:30:00Z");

  test("are told in the zone asked for", () => {
    expect(formatInstant(lateEvening, "Europe/Paris", "fr")).toBe("mardi 24 novembre 2026 à 23\u00a0h\u00a030");
    expect(formatInstant(lateEvening, "Indian/Reunion", "fr")).toBe("mercredi 25 novembre 2026 à 2\u00a0h\u00a030");
    expect(formatInstant(lateEvening, "Europe/Paris", "en")).toBe("Tuesday 24 November 2026 at 23:30");
    expect(dayIn(lateEvening, "Indian/Reunion")).toBe("2026-11-25");
  });

  test("a round hour has no minutes in French, and midnight is 0 h", () => {
    expect(formatTime(new Date("2026-11-24T13:00:00Z"), "Europe/Paris", "fr")).toBe("14\u00a0h");
    expect(formatTime(new Date("2026-11-24T23:00:00Z"), "Europe/Paris", "fr")).toBe("0\u00a0h");
    expect(formatTime(new Date("2026-11-24T23:00:00Z"), "Europe/Paris", "en")).toBe("00:00");
  });
});
