import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { type CalendarEvent, writeCalendar } from "@/lib/notifications/icalendar";

const event: CalendarEvent = {
  uid: "019aa0f2-6d1b-7c3e-8a54-0d3c1f2b7a90",
  sequence: 3,
  changedAt: instant("2026-11-20T09:05:07.250Z"),
  when: { kind: "day", day: isoDate("2026-11-24") },
  summary: "Répondre au client · R-7F3K-2Q9D",
  description: "Le produit est abîmé",
  url: "https://vendeurs.example.fr/reclamations/1",
};

function written(...events: readonly Partial<CalendarEvent>[]): string {
  return writeCalendar({
    name: "Échéances – Vauban",
    language: "fr",
    events: events.map((changed) => ({ ...event, ...changed })),
  });
}

/** Read back by a parser that is not ours. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)) };
}

describe("writeCalendar", () => {
  test("is read back by another program as it was meant", () => {
    const { calendar, events } = read(written({}));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Échéances – Vauban");
    expect(calendar.getFirstPropertyValue("method")).toBeNull();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ uid: event.uid, sequence: 3, summary: event.summary });
    expect(events[0]?.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-20T09:05:07Z");
    expect(events[0]?.component.getFirstPropertyValue("url")).toBe(event.url);
  });

  test("shows a day as that whole day, in whatever zone it is read", () => {
    const [day] = read(written({})).events;
    expect(day?.startDate.isDate).toBe(true);
    expect(day?.startDate.toString()).toBe("2026-11-24");
    expect(day?.endDate.toString()).toBe("2026-11-25");
  });

  test("shows an instant at that instant, without length", () => {
    const when = { kind: "instant", at: instant("2026-11-24T15:30:00Z") } as const;
    const [point] = read(written({ when })).events;
    expect(point?.startDate.isDate).toBe(false);
    expect(point?.startDate.toJSDate().toISOString()).toBe("2026-11-24T15:30:00.000Z");
    expect(point?.duration.toSeconds()).toBe(0);
  });

  test("leaves the day free and marks it private", () => {
    const [one] = read(written({})).events;
    expect(one?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(one?.component.getFirstPropertyValue("class")).toBe("PRIVATE");
  });

  test("holds a component even when nothing is due, as the format demands", () => {
    const { calendar, events } = read(written());
    expect(events).toEqual([]);
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
  });

  test("keeps what the format uses for itself out of its way", () => {
    const summary = "a;b,c\\n\\;\nd\r\ne\rf:g\"h'";
    const [one] = read(written({ summary })).events;
    expect(one?.summary).toBe("a;b,c\\n\\;\nd\ne\nf:g\"h'");
    expect(written({ summary: "x\r\nATTACH:https://elsewhere.example" })).not.toMatch(/^ATTACH/m);
  });

  test("drops control characters and mends half letters", () => {
    const [one] = read(written({ summary: "a\u0000b\u0007c\ud83dd" })).events;
    expect(one?.summary).toBe("abc\ufffdd");
  });

  test("ends lines as the format demands and folds them at 75 octets, between letters", () => {
    const text = written({ summary: "é".repeat(300), description: "📦€".repeat(90) });
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\ufffd");
    expect(text).toContain(`SUMMARY:${"é".repeat(33)}\r\n é`);
  });

  test("whatever the words, they come back", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => text.replace(/\p{Cc}/gu, " "));
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const [one] = read(written({ summary, description })).events;
        expect(one?.summary).toBe(summary);
        expect(one?.description).toBe(description);
      }),
    );
  });

  test("the same facts are the same bytes", () => {
    expect(written({}, { uid: "2" })).toBe(written({}, { uid: "2" }));
  });
});
