import { CALENDAR_ZONES, type CalendarId, isCalendarId } from "@/lib/calendar/calendar-ids";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";

/** Whose holidays and whose midnight count for an address. */
export type Territory = { readonly calendar: CalendarId; readonly zone: ZoneId };

/** Longest prefix first. Saint-Barthélemy and Saint-Martin still bear Guadeloupe codes beside their own. */
const POSTCODES: readonly (readonly [prefix: string, calendar: CalendarId, zone?: string])[] = [
  ["97133", "BL"],
  ["97150", "MF"],
  // Marquesas and Gambier: half an hour and an hour from Tahiti [codes to verify with the postal directory].
  ["98740", "PF", "Pacific/Marquesas"],
  ["98741", "PF", "Pacific/Marquesas"],
  ["98742", "PF", "Pacific/Marquesas"],
  ["98743", "PF", "Pacific/Marquesas"],
  ["98744", "PF", "Pacific/Marquesas"],
  ["98745", "PF", "Pacific/Marquesas"],
  ["98746", "PF", "Pacific/Marquesas"],
  ["98755", "PF", "Pacific/Gambier"],
  ["971", "GP"],
  ["972", "MQ"],
  ["973", "GF"],
  ["974", "RE"],
  ["975", "PM"],
  ["976", "YT"],
  ["977", "BL"],
  ["978", "MF"],
  ["986", "WF"],
  ["987", "PF"],
  ["988", "NC"],
  ["57", "FR-AM"],
  ["67", "FR-AM"],
  ["68", "FR-AM"],
];

/** Neighbours with one zone of their own; anyone else is counted at Paris. */
const FOREIGN_ZONES: Readonly<Record<string, string>> = {
  AD: "Europe/Andorra",
  AT: "Europe/Vienna",
  BE: "Europe/Brussels",
  BG: "Europe/Sofia",
  CH: "Europe/Zurich",
  CY: "Asia/Nicosia",
  CZ: "Europe/Prague",
  DE: "Europe/Berlin",
  DK: "Europe/Copenhagen",
  EE: "Europe/Tallinn",
  ES: "Europe/Madrid",
  FI: "Europe/Helsinki",
  GB: "Europe/London",
  GR: "Europe/Athens",
  HR: "Europe/Zagreb",
  HU: "Europe/Budapest",
  IE: "Europe/Dublin",
  IT: "Europe/Rome",
  LI: "Europe/Vaduz",
  LT: "Europe/Vilnius",
  LU: "Europe/Luxembourg",
  LV: "Europe/Riga",
  MC: "Europe/Monaco",
  MT: "Europe/Malta",
  NL: "Europe/Amsterdam",
  NO: "Europe/Oslo",
  PL: "Europe/Warsaw",
  PT: "Europe/Lisbon",
  RO: "Europe/Bucharest",
  SE: "Europe/Stockholm",
  SI: "Europe/Ljubljana",
  SK: "Europe/Bratislava",
};

/**
 * Calendar and zone of a delivery address.
 *
 * In Alsace-Moselle the commune is not known from a postcode: Good Friday counts as a holiday, for it only
 * ever lengthens the customer's own period (the seller's periods do not roll). Abroad there is no French list
 * of holidays to follow, so the mainland's is used, with the country's own midnight when it has one zone.
 *
 * @param country ISO 3166-1 alpha-2; a French territory's own code (RE, GP…) names the territory at once
 * @see Code du travail, art. L3134-13 and L3422-2
 */
export function territoryOf(postcode: string, country: string): Territory {
  const code = country.trim().toUpperCase();
  if (code !== "FR" && isCalendarId(code)) return territory(code);
  if (code !== "FR" && code !== "") return territory("FR", FOREIGN_ZONES[code]);
  const digits = postcode.replace(/\s/g, "");
  const row = POSTCODES.find(([prefix]) => digits.length === 5 && digits.startsWith(prefix));
  return row ? territory(row[1], row[2]) : territory("FR");
}

function territory(calendar: CalendarId, zone: string = CALENDAR_ZONES[calendar]): Territory {
  return { calendar, zone: zoneId(zone) };
}
