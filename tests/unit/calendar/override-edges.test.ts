import { describe, expect, test } from "vitest";
import { addDays, isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { refuseOverride } from "@/lib/calendar/override-refusal";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";

describe("a correction and its neighbours", () => {
  const gp = { calendar: "GP" } as const;

  test("what another calendar was given is not this one's", () => {
    const before = made(correction("2026-11-27"));
    expect(refuseOverride(correction("2026-11-27", gp), before)).toBeUndefined();
    expect(refuseOverride(correction("2026-11-27", { ...gp, change: "withdraw" }), before)).toBe("nothing_to_withdraw");
  });

  test("of two territories one is enough for a day to rest", () => {
    const overrides = made(correction("2026-11-27", BY_LAW));
    const both = correctedCalendars(overrides)("RE+FR", "delivery_territory");
    expect(both.holidayOn(toDayNumber(isoDate("2026-11-27")))?.fr).toBe("Jour de fermeture");
  });

  test("fourteen rest days in a row are the most, whichever of them is decided last", () => {
    const tuesday = isoDate("2026-11-17");
    const fourteen = [0, 1, 2, 3, 6, 7, 8, 9, 10, 13].map((days) => correction(addDays(tuesday, days)));
    for (const draft of fourteen) {
      expect(refuseOverride(draft, made(...fourteen.filter((one) => one !== draft)))).toBeUndefined();
    }
    expect(refuseOverride(correction("2026-12-01"), made(...fourteen))).toBe("nothing_worked");
    expect(refuseOverride(correction("2026-11-16"), made(...fourteen))).toBe("nothing_worked");
  });
});
