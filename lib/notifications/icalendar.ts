import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";

/** A civil day, the same wherever it is read, or a point in time. */
export type EventTime =
  | { readonly kind: "day"; readonly day: IsoDate }
  | { readonly kind: "instant"; readonly at: Instant };

export type CalendarEvent = {
  /** The same in every version of the event, so that a subscriber moves it and never shows it twice. */
  readonly uid: string;
  /** Grows whenever the event changes. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly when: EventTime;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

export type EventCalendar = {
  readonly name: string;
  readonly language: string;
  readonly events: readonly CalendarEvent[];
};

const PRODUCT = "-//Espace vendeur//Due dates//FR";
/** What a subscriber is asked to wait before it reads again; some wait a day whatever they are told. */
const REFRESH_EVERY = "PT1H";
/** A line of the format is no longer than this, its end left out. */
const LINE_OCTETS = 75;
const LINE_END = "\r\n";
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows a text no control character but the tab.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/**
 * The text of an iCalendar object, as a subscription reads it.
 *
 * Without METHOD: it is a calendar, not an invitation, so DTSTAMP is when the event last changed and two readings
 * of the same facts are the same bytes.
 *
 * @see RFC 5545, and RFC 7986 for the calendar's name and REFRESH-INTERVAL
 */
export function writeCalendar({ name, language, events }: EventCalendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH_EVERY}`,
    `X-PUBLISHED-TTL:${REFRESH_EVERY}`,
    ...(events.length === 0 ? NO_EVENT : events.flatMap(eventLines)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => folded(line) + LINE_END).join("");
}

/** The format has no calendar without a component; a time zone that nothing refers to shows nothing. */
const NO_EVENT = [
  "BEGIN:VTIMEZONE",
  "TZID:Etc/UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
] as const;

function eventLines({ uid, sequence, changedAt, when, summary, description, url }: CalendarEvent): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    startLine(when),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "CLASS:PRIVATE",
    // A due date takes no time: the member stays free that day.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Without DTEND a day lasts that day, and an instant no time (RFC 5545, 3.6.1). */
function startLine(when: EventTime): string {
  return when.kind === "day" ? `DTSTART;VALUE=DATE:${when.day.replaceAll("-", "")}` : `DTSTART:${utc(when.at)}`;
}

/** `2026-11-24T23:00:00.000Z` as `20261124T230000Z`. */
function utc(at: Instant): string {
  return `${at.slice(0, 19).replaceAll("-", "").replaceAll(":", "")}Z`;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}

/** Cut between letters, never inside one: a line goes on after a line end and a space, which counts too. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE_OCTETS) {
      text += `${LINE_END} `;
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}
