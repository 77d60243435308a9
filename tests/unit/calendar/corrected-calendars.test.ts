import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import type { CalendarUse, NumberedOverride } from "@/lib/calendar/override";
import { isWorkingDay } from "@/lib/calendar/working-calendar";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";

type Asked = { readonly id?: string; readonly use?: CalendarUse; readonly upTo?: number };

function nameOn(day: string, overrides: readonly NumberedOverride[], { id = "FR", use, upTo }: Asked = {}) {
  const corrected = correctedCalendars(overrides, upTo)(id, use ?? "marketplace");
  return corrected.holidayOn(toDayNumber(isoDate(day)))?.fr;
}

describe("a calendar with its corrections", () => {
  test("without any it is the published one", () => {
    expect(correctedCalendars([])("FR", "marketplace")).toBe(calendar("FR"));
    const elsewhere = made(correction("2026-11-27", { calendar: "GP" }));
    expect(correctedCalendars(elsewhere)("FR", "marketplace")).toBe(calendar("FR"));
  });

  test("a day added rests, one removed is worked, the others stay", () => {
    const overrides = made(correction("2026-11-27"), correction("2026-11-11", { change: "remove" }));
    const corrected = correctedCalendars(overrides)("FR", "marketplace");
    expect(
      ["2026-11-26", "2026-11-27", "2026-11-11", "2026-12-25"].map((day) => isWorkingDay(isoDate(day), corrected)),
    ).toEqual([true, false, true, false]);
    expect(nameOn("2026-11-27", overrides)).toBe("Jour de fermeture");
    expect(nameOn("2026-12-25", overrides)).toBe("Noël");
    expect(corrected).toMatchObject({ id: "FR", version: 2 });
  });

  test("the first and the last day of a year can be corrected", () => {
    const overrides = made(correction("2026-01-01", { change: "remove" }), correction("2026-12-31"));
    expect(nameOn("2026-01-01", overrides)).toBeUndefined();
    expect(nameOn("2026-12-31", overrides)).toBe("Jour de fermeture");
    expect(nameOn("2027-01-01", overrides)).toBe("Jour de l’An");
  });

  test("a decision of the marketplace does not touch what the law gives; a law touches both", () => {
    const decided = made(correction("2026-11-27"));
    expect(nameOn("2026-11-27", decided, { use: "delivery_territory" })).toBeUndefined();
    expect(correctedCalendars(decided)("FR", "delivery_territory").version).toBe(0);
    const enacted = made(correction("2026-11-27", BY_LAW));
    expect(nameOn("2026-11-27", enacted, { use: "delivery_territory" })).toBe("Jour de fermeture");
    expect(nameOn("2026-11-27", enacted)).toBe("Jour de fermeture");
  });

  test("on one day the marketplace's own decision comes after the law's, whichever was made first", () => {
    const law = correction("2026-11-27", { ...BY_LAW, name: { fr: "Deuil national", en: "Day of mourning" } });
    const decision = correction("2026-11-27", { change: "remove" });
    expect(nameOn("2026-11-27", made(law, decision))).toBeUndefined();
    expect(nameOn("2026-11-27", made(decision, law))).toBeUndefined();
    expect(nameOn("2026-11-27", made(decision, law), { use: "delivery_territory" })).toBe("Deuil national");
  });

  test("of two territories each is corrected by itself: a day rests when it still does in either", () => {
    const overrides = made(
      correction("2026-12-20", { calendar: "RE", change: "remove", ...BY_LAW }),
      correction("2026-11-11", { change: "remove", ...BY_LAW }),
    );
    const asked = { id: "RE+FR", use: "delivery_territory" } as const;
    expect(nameOn("2026-12-20", overrides, asked)).toBeUndefined();
    expect(nameOn("2026-11-11", overrides, asked)).toBe("Armistice de 1918");
    expect(nameOn("2026-11-27", made(correction("2026-11-27", BY_LAW)), asked)).toBe("Jour de fermeture");
    expect(nameOn("2026-11-11", overrides, { use: "delivery_territory" })).toBeUndefined();
  });

  test("can be asked for as it stood after a given correction", () => {
    const overrides = made(correction("2026-11-27"), correction("2026-11-30"));
    expect(nameOn("2026-11-30", overrides, { upTo: 1 })).toBeUndefined();
    expect(nameOn("2026-11-27", overrides, { upTo: 1 })).toBe("Jour de fermeture");
    expect(correctedCalendars(overrides, 1)("FR", "marketplace").version).toBe(1);
    expect(correctedCalendars(overrides, 0)("FR", "marketplace")).toBe(calendar("FR"));
  });

  test("a withdrawn correction is gone, and the calendar is numbered by the withdrawal", () => {
    const overrides = made(correction("2026-11-27"), correction("2026-11-27", { change: "withdraw" }));
    expect(nameOn("2026-11-27", overrides)).toBeUndefined();
    expect(correctedCalendars(overrides)("FR", "marketplace").version).toBe(2);
  });

  test("the same corrections give the same value; another name gives another", () => {
    const [one, other] = [made(correction("2026-11-27")), made(correction("2026-11-27"))];
    expect(correctedCalendars(one)("FR", "marketplace")).toBe(correctedCalendars(other)("FR", "marketplace"));
    const renamed = made(correction("2026-11-27", { name: { fr: "Pont", en: "Bridge day" } }));
    expect(nameOn("2026-11-27", renamed)).toBe("Pont");
    expect(nameOn("2026-11-27", one)).toBe("Jour de fermeture");
  });

  test("many different ones in turn stay right", () => {
    for (let index = 0; index < 250; index += 1) {
      const named = made(correction("2026-11-27", { name: { fr: `Jour ${index}`, en: `Day ${index}` } }));
      expect(nameOn("2026-11-27", named)).toBe(`Jour ${index}`);
    }
  });

  test("an unknown calendar is an error", () => {
    expect(() => correctedCalendars([])("XX", "marketplace")).toThrow("unknown calendar: XX");
  });
});
