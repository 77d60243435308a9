/** Calendars of public holidays the product knows. `FR-AM` is Alsace-Moselle with Good Friday and 26 December. */
export const CALENDAR_IDS = [
  "FR",
  "FR-AM",
  "FR-AM-COMMUNE",
  "GP",
  "MQ",
  "GF",
  "RE",
  "YT",
  "MF",
  "BL",
  "PM",
  "NC",
  "PF",
  "WF",
] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

/** Each calendar's own zone; the Marquesas and Gambier islands differ from Tahiti (see the territories). */
export const CALENDAR_ZONES = {
  FR: "Europe/Paris",
  "FR-AM": "Europe/Paris",
  "FR-AM-COMMUNE": "Europe/Paris",
  GP: "America/Guadeloupe",
  MQ: "America/Martinique",
  GF: "America/Cayenne",
  RE: "Indian/Reunion",
  YT: "Indian/Mayotte",
  MF: "America/Marigot",
  BL: "America/St_Barthelemy",
  PM: "America/Miquelon",
  NC: "Pacific/Noumea",
  PF: "Pacific/Tahiti",
  WF: "Pacific/Wallis",
} as const satisfies Record<CalendarId, string>;

export function isCalendarId(text: string): text is CalendarId {
  return CALENDAR_IDS.some((id) => id === text);
}
