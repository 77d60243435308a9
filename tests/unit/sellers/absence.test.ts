import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { absenceOn, absenceWords } from "@/lib/sellers/absence";
import { absenceSchema } from "@/lib/sellers/schema";

const absence = { fromOn: isoDate("2026-12-24"), untilOn: isoDate("2026-12-26"), words: null };

describe("an absence", () => {
  test.each([
    ["2026-12-23", false],
    ["2026-12-24", true],
    ["2026-12-26", true],
    ["2026-12-27", false],
  ])("on %s is told: %s", (day, isTold) => {
    expect(absenceOn(absence, isoDate(day)) !== undefined).toBe(isTold);
  });

  test.each([
    { because: "both languages", words: "Fermé", wordsEn: "Closed", fr: ["Fermé", "fr"], en: ["Closed", "en"] },
    { because: "French alone", words: "Fermé", fr: ["Fermé", "fr"], en: ["Fermé", "fr"] },
    { because: "English alone", words: null, wordsEn: "Closed", fr: ["Closed", "en"], en: ["Closed", "en"] },
  ])("written in $because is told in the reader's, or in its own", ({ fr, en, because: _, ...written }) => {
    const said = (["fr", "en"] as const).map((locale) => absenceWords({ ...absence, ...written }, locale));
    expect(said).toEqual([fr, en].map(([words, locale]) => ({ words, locale })));
    expect(absenceWords(absence, "fr")).toBeUndefined();
  });

  test("does not end before it starts, and takes days only", () => {
    const typed = { act: "set", fromOn: "2026-12-26", untilOn: "2026-12-24", words: "" };
    expect(absenceSchema.safeParse(typed).success).toBe(false);
    expect(absenceSchema.safeParse({ ...typed, untilOn: "26/12/2026" }).success).toBe(false);
    expect(absenceSchema.safeParse({ ...typed, untilOn: "2026-12-26" }).success).toBe(true);
    expect(absenceSchema.parse({ act: "end" })).toEqual({ act: "end" });
  });
});
