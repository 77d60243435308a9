import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { type DueClock, dueEvent } from "@/lib/notifications/due-event";

const paris = zoneId("Europe/Paris");
const reunion = zoneId("Indian/Reunion");

const clock: DueClock = {
  id: "clock-1",
  claimReference: "R-7F3K-2Q9D",
  claimRevision: 4,
  claimUpdatedAt: instant("2026-11-20T09:00:00Z"),
  dueOn: isoDate("2026-11-24"),
  dueBefore: instant("2026-11-24T23:00:00Z"),
  zone: paris,
  suspendedBy: null,
  resumedAt: null,
};
const words = {
  act: "Répondre au client",
  situation: "Le produit est abîmé",
  due: (bound: string) => `Échéance : ${bound}.`,
  open: "Ouvrir :",
};

function eventOf(changed: Partial<DueClock> = {}, readerZone = paris) {
  const reader = { locale: "fr", zone: readerZone, claimUrl: "https://v.example/reclamations/1" } as const;
  return dueEvent({ ...clock, ...changed }, words, reader);
}

describe("dueEvent", () => {
  test("a period in days is due on its last day, not on the midnight that ends it", () => {
    expect(eventOf()).toMatchObject({
      uid: "clock-1",
      sequence: 4,
      when: { kind: "day", day: "2026-11-24" },
      summary: "Répondre au client · R-7F3K-2Q9D",
    });
  });

  test("the day stays the clock's own for a reader elsewhere, and the words give their hour", () => {
    const event = eventOf({}, reunion);
    expect(event?.when).toEqual({ kind: "day", day: "2026-11-24" });
    expect(event?.description).toContain("minuit (heure de Paris), soit mercredi 25 à 3\u00a0h à La Réunion");
  });

  test("a period in hours is due at its instant", () => {
    const dueBefore = instant("2026-11-24T15:30:00Z");
    expect(eventOf({ dueBefore })?.when).toEqual({ kind: "instant", at: dueBefore });
  });

  test("a suspended clock has no day; once the goods are back it is due on that one", () => {
    const suspended = { suspendedBy: "goods_not_back" } as const;
    expect(eventOf(suspended)).toBeUndefined();
    expect(eventOf({ ...suspended, resumedAt: instant("2026-12-01T10:00:00Z") })?.when).toEqual({
      kind: "day",
      day: "2026-12-01",
    });
  });
});
