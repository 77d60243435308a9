import type { CalendarId } from "@/lib/calendar/calendar-ids";

/** Where date-holidays and the official lists differ: what to add or remove, for which years, on whose word. */
export type HolidayCorrection = {
  readonly calendar: CalendarId;
  readonly change: "add" | "remove";
  /** As in date-holidays: `MM-DD`, or `easter n`; only fixed dates can be added. */
  readonly rule: string;
  readonly fromYear: number;
  /** Last year, inclusive; open when absent. */
  readonly toYear?: number;
  readonly source: string;
};

const ETALAB = "Etalab, jours-feries-france-data (licence MIT), liste officielle 2006–2031";

const MATARII = "Polynésie française: Matari’i férié depuis 2025, à la place du 29 juin (Tahiti Infos, 2025)";

export const HOLIDAY_CORRECTIONS: readonly HolidayCorrection[] = [
  {
    calendar: "FR-AM-COMMUNE",
    change: "add",
    rule: "12-26",
    fromYear: 2000,
    source: "Ordonnance du 16 août 1892, C. travail L3134-13: 26 décembre partout, Vendredi saint selon la commune",
  },
  {
    calendar: "GP",
    change: "remove",
    rule: "easter -2",
    fromYear: 2000,
    source: `${ETALAB}; C. travail L3422-2 ne vise que le 27 mai`,
  },
  {
    calendar: "MQ",
    change: "remove",
    rule: "easter -2",
    fromYear: 2000,
    source: `${ETALAB}; C. travail L3422-2 ne vise que le 22 mai`,
  },
  { calendar: "MF", change: "remove", rule: "05-27", fromYear: 2018, source: `${ETALAB}: 28 mai depuis 2018` },
  { calendar: "MF", change: "add", rule: "05-28", fromYear: 2018, source: `${ETALAB}: 28 mai depuis 2018` },
  { calendar: "PF", change: "add", rule: "11-20", fromYear: 2025, toYear: 2025, source: MATARII },
  { calendar: "PF", change: "remove", rule: "06-29", fromYear: 2025, toYear: 2025, source: MATARII },
];

export function correctionsFor(calendar: CalendarId, year: number): readonly HolidayCorrection[] {
  return HOLIDAY_CORRECTIONS.filter(
    (correction) =>
      correction.calendar === calendar &&
      correction.fromYear <= year &&
      (correction.toYear === undefined || year <= correction.toYear),
  );
}
