import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CALENDAR_IDS, CALENDAR_ZONES, isCalendarId } from "@/lib/calendar/calendar-ids";
import { zoneOfCalendar } from "@/lib/calendar/calendars";
import { fromDayNumber, isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctionsFor, HOLIDAY_CORRECTIONS } from "@/lib/calendar/corrections";
import { publicHolidays } from "@/lib/calendar/public-holidays";

const official = z
  .object({ calendars: z.record(z.enum(CALENDAR_IDS).or(z.string()), z.array(z.string())) })
  .parse(JSON.parse(readFileSync(new URL("../../support/data/public-holidays.json", import.meta.url), "utf8")));

const years = Array.from({ length: 26 }, (_, index) => 2006 + index);

describe("public holidays", () => {
  test("the official list has ten calendars", () => {
    expect(Object.keys(official.calendars)).toHaveLength(10);
  });

  test.each(Object.entries(official.calendars))("%s equals the official list, day for day, 2006–2031", (id, days) => {
    if (!isCalendarId(id)) throw new Error(id);
    const computed = years.flatMap((year) => [...publicHolidays(id, year).keys()].sort((a, b) => a - b));
    expect(computed.map(fromDayNumber)).toEqual(days);
  });

  test.each([
    { id: "FR-AM-COMMUNE", day: "2026-12-26", fr: "Saint-Étienne" },
    { id: "FR-AM-COMMUNE", day: "2026-04-03", fr: undefined },
    { id: "FR-AM", day: "2026-04-03", fr: "Vendredi saint" },
    { id: "GP", day: "2026-04-03", fr: undefined },
    { id: "MQ", day: "2026-04-03", fr: undefined },
    { id: "MF", day: "2017-05-27", fr: "Abolition de l’esclavage" },
    { id: "MF", day: "2017-05-28", fr: undefined },
    { id: "MF", day: "2018-05-27", fr: undefined },
    { id: "MF", day: "2018-05-28", fr: "Abolition de l’esclavage" },
    { id: "NC", day: "2026-09-24", fr: "Fête de la citoyenneté" },
    { id: "PF", day: "2026-03-05", fr: "Arrivée de l’Évangile" },
    { id: "PF", day: "2026-04-03", fr: "Vendredi saint" },
    { id: "PF", day: "2024-06-29", fr: "Fête de l’Autonomie" },
    { id: "PF", day: "2025-06-29", fr: undefined },
    { id: "PF", day: "2024-11-20", fr: undefined },
    { id: "PF", day: "2025-11-20", fr: "Matari’i" },
    { id: "PF", day: "2026-11-20", fr: "Matari’i" },
    { id: "WF", day: "2026-04-28", fr: "Saint Pierre Chanel" },
    { id: "WF", day: "2026-06-29", fr: "Saint Pierre et saint Paul" },
    { id: "WF", day: "2026-07-29", fr: "Fête du Territoire" },
    { id: "FR", day: "2008-05-01", fr: "Fête du Travail, Ascension" },
    { id: "FR", day: "2026-05-15", fr: undefined },
  ] as const)("$id, $day: $fr", ({ id, day, fr }) => {
    const date = isoDate(day);
    expect(publicHolidays(id, Number(day.slice(0, 4))).get(toDayNumber(date))?.fr).toBe(fr);
  });

  test("two holidays on one day are named together, in both languages", () => {
    const both = publicHolidays("FR", 2008).get(toDayNumber(isoDate("2008-05-01")));
    expect(both).toEqual({ fr: "Fête du Travail, Ascension", en: "Labour Day, Ascension Day" });
  });

  test("every holiday of every calendar has a French and an English name of its own", () => {
    const names = CALENDAR_IDS.flatMap((id) => [2004, 2026].flatMap((year) => [...publicHolidays(id, year).values()]));
    const untranslated = names.filter(({ fr, en }) => fr === en && fr !== "Matari’i");
    expect(untranslated).toEqual([]);
  });

  test("every calendar has its zone", () => {
    expect(CALENDAR_IDS.map(zoneOfCalendar)).toEqual(CALENDAR_IDS.map((id) => CALENDAR_ZONES[id]));
  });
});

describe("corrections", () => {
  test("each states its source", () => {
    for (const { source } of HOLIDAY_CORRECTIONS) expect(source.length).toBeGreaterThan(20);
  });

  test.each([
    { year: 2017, rules: [] },
    { year: 2018, rules: ["05-27", "05-28"] },
    { year: 2100, rules: ["05-27", "05-28"] },
  ])("Saint-Martin in $year", ({ year, rules }) => {
    expect(correctionsFor("MF", year).map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    { year: 2024, count: 0 },
    { year: 2025, count: 2 },
    { year: 2026, count: 0 },
  ])("Polynesia in $year", ({ year, count }) => {
    expect(correctionsFor("PF", year)).toHaveLength(count);
  });
});
