import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { absenceOn } from "@/lib/sellers/absence";
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

  test("does not end before it starts, and takes days only", () => {
    const typed = { act: "set", fromOn: "2026-12-26", untilOn: "2026-12-24", words: "" };
    expect(absenceSchema.safeParse(typed).success).toBe(false);
    expect(absenceSchema.safeParse({ ...typed, untilOn: "26/12/2026" }).success).toBe(false);
    expect(absenceSchema.safeParse({ ...typed, untilOn: "2026-12-26" }).success).toBe(true);
    expect(absenceSchema.parse({ act: "end" })).toEqual({ act: "end" });
  });
});
