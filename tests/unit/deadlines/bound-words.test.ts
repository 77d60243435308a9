import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { boundInWords } from "@/lib/deadlines/bound-words";
import { paris, reunion, visible } from "@/tests/unit/deadlines/explained";

describe("boundInWords", () => {
  const bound = { dueOn: isoDate("2026-11-24"), dueBefore: instant("2026-11-24T23:00:00Z"), zone: paris };

  test.each([
    {
      because: "in its own zone",
      reader: undefined,
      fr: "mardi 24 novembre 2026, minuit (heure de Paris)",
      en: "Tuesday 24 November 2026, midnight (Paris time)",
    },
    {
      because: "for a reader on the same hour",
      reader: "Europe/Madrid",
      fr: "mardi 24 novembre 2026, minuit (heure de Paris)",
      en: "Tuesday 24 November 2026, midnight (Paris time)",
    },
    {
      because: "for La Réunion",
      reader: "Indian/Reunion",
      fr: "mardi 24 novembre 2026, minuit (heure de Paris), soit mercredi 25 à 3_h à La Réunion",
      en: "Tuesday 24 November 2026, midnight (Paris time), that is Wednesday 25 at 3:00 in Réunion",
    },
    {
      because: "for Guadeloupe",
      reader: "America/Guadeloupe",
      fr: "mardi 24 novembre 2026, minuit (heure de Paris), soit mardi 24 à 19_h en Guadeloupe",
      en: "Tuesday 24 November 2026, midnight (Paris time), that is Tuesday 24 at 19:00 in Guadeloupe",
    },
    {
      because: "for the Marquesas",
      reader: "Pacific/Marquesas",
      fr: "mardi 24 novembre 2026, minuit (heure de Paris), soit mardi 24 à 13_h_30 aux Marquises",
      en: "Tuesday 24 November 2026, midnight (Paris time), that is Tuesday 24 at 13:30 in the Marquesas",
    },
  ])("$because", ({ reader, fr, en }) => {
    const words = boundInWords(bound, reader === undefined ? undefined : zoneId(reader));
    expect(visible(words.fr)).toBe(fr);
    expect(words.en).toBe(en);
  });

  test("a reader a whole day away sees the same hour of another day", () => {
    const honolulu = { dueOn: isoDate("2026-11-24"), dueBefore: instant("2026-11-25T10:00:00Z") };
    const words = boundInWords({ ...honolulu, zone: zoneId("Pacific/Honolulu") }, zoneId("Pacific/Kiritimati"));
    expect(words.fr).toBe("mardi 24 novembre 2026, minuit (heure de Honolulu), soit mercredi 25 à minuit à Kiritimati");
    expect(words.en).toBe(
      "Tuesday 24 November 2026, midnight (Honolulu time), that is Wednesday 25 at midnight in Kiritimati",
    );
  });

  test("half an hour past midnight is not midnight", () => {
    const marquesas = { dueOn: isoDate("2026-11-24"), dueBefore: instant("2026-11-25T09:30:00Z") };
    const words = boundInWords({ ...marquesas, zone: zoneId("Pacific/Marquesas") }, zoneId("Pacific/Gambier"));
    expect(visible(words.fr)).toContain(", soit mercredi 25 à 0_h_30 ");
    expect(words.en).toContain(", that is Wednesday 25 at 0:30 in ");
  });

  test("midnight at the reader's is called midnight", () => {
    const inHours = { dueOn: isoDate("2026-11-24"), dueBefore: instant("2026-11-24T20:00:00Z"), zone: paris };
    const words = boundInWords(inHours, reunion);
    expect(visible(words.fr)).toBe(
      "mardi 24 novembre 2026, à 21_h (heure de Paris), soit mardi 24 à minuit à La Réunion",
    );
    expect(words.en).toBe("Tuesday 24 November 2026, at 21:00 (Paris time), that is Tuesday 24 at midnight in Réunion");
  });
});
