import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareInstants,
  earliest,
  formatInstant,
  fromEpochMs,
  instant,
  isBefore,
  latest,
  parseInstant,
  toDate,
  toEpochMs,
  toInstant,
} from "@/lib/calendar/instant";

describe("parseInstant", () => {
  test.each([
    { text: "2026-11-23T10:00:00+01:00", value: "2026-11-23T09:00:00.000Z" },
    { text: "2026-11-23T10:00:00Z", value: "2026-11-23T10:00:00.000Z" },
    { text: "2026-11-23T10:00Z", value: "2026-11-23T10:00:00.000Z" },
    { text: "2026-05-26T21:00:00-04:00", value: "2026-05-27T01:00:00.000Z" },
    { text: "2026-11-23T10:00:00.5-0930", value: "2026-11-23T19:30:00.500Z" },
    { text: "2026-11-23T23:59:59.999999999+00:00", value: "2026-11-23T23:59:59.999Z" },
    { text: "2028-02-29T00:00:00-00:00", value: "2028-02-29T00:00:00.000Z" },
    { text: "2000-01-01T00:00:00+14:00", value: "1999-12-31T10:00:00.000Z" },
    { text: "2026-11-23T10:00:00+18:00", value: "2026-11-22T16:00:00.000Z" },
    { text: "2026-11-23T10:00:00+01:59", value: "2026-11-23T08:01:00.000Z" },
  ])("reads $text", ({ text, value }) => {
    expect(parseInstant(text)).toEqual({ ok: true, value });
    expect(instant(text)).toBe(value);
  });

  test.each([
    { text: "2026-11-23T10:00:00", reason: "no_offset" },
    { text: "2026-11-23T10:00", reason: "no_offset" },
    { text: "2026-11-23", reason: "not_an_instant" },
    { text: "", reason: "not_an_instant" },
    { text: "hier", reason: "not_an_instant" },
    { text: "2026-11-23 10:00:00Z", reason: "not_an_instant" },
    { text: "x2026-11-23T10:00:00Z", reason: "not_an_instant" },
    { text: "2026-11-23T10:00:00Zx", reason: "not_an_instant" },
    { text: "2026-11-23T10:00:00+01:00[Europe/Paris]", reason: "not_an_instant" },
    { text: "2026-02-30T10:00:00Z", reason: "impossible_date" },
    { text: "2026-13-01T10:00:00Z", reason: "impossible_date" },
    { text: "2026-00-01T10:00:00Z", reason: "impossible_date" },
    { text: "2026-11-23T24:00:00Z", reason: "impossible_date" },
    { text: "2026-11-23T10:60:00Z", reason: "impossible_date" },
    { text: "2026-11-23T10:00:60Z", reason: "impossible_date" },
    { text: "2026-11-23T10:00:00+18:01", reason: "impossible_date" },
    { text: "2026-11-23T10:00:00+01:60", reason: "impossible_date" },
    { text: "1999-12-31T23:59:59Z", reason: "year_out_of_range" },
    { text: "2101-01-01T00:00:00Z", reason: "year_out_of_range" },
  ])("refuses $text: $reason", ({ text, reason }) => {
    expect(parseInstant(text)).toEqual({ ok: false, reason });
    expect(() => instant(text)).toThrow(reason);
  });
});

describe("instants", () => {
  const [before, after] = [instant("2026-11-24T22:59:59.999Z"), instant("2026-11-24T23:00:00Z")];

  test("compare by time", () => {
    expect([isBefore(before, after), isBefore(after, before), isBefore(after, after)]).toEqual([true, false, false]);
    expect([compareInstants(before, after), compareInstants(after, before), compareInstants(after, after)]).toEqual([
      -1, 1, 0,
    ]);
    expect([earliest(before, after), earliest(after, before)]).toEqual([before, before]);
    expect([latest(before, after), latest(after, before)]).toEqual([after, after]);
  });

  test("go to and from a Date and epoch milliseconds unchanged", () => {
    expect(toInstant(toDate(before))).toBe(before);
    expect(fromEpochMs(toEpochMs(before))).toBe(before);
    expect(toEpochMs(after) - toEpochMs(before)).toBe(1);
  });

  test("are written and read as the machine does", () => {
    const anyMs = fc.integer({ min: Date.UTC(1999, 11, 30), max: Date.UTC(2101, 0, 3) });
    fc.assert(
      fc.property(anyMs, (ms) => {
        const at = fromEpochMs(ms);
        expect(at).toBe(new Date(ms).toISOString());
        expect(toEpochMs(at)).toBe(ms);
      }),
      { numRuns: 1000 },
    );
    for (const ms of [Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1) - 1, Date.UTC(2101, 0, 1), Date.UTC(2101, 0, 1) - 1]) {
      expect(fromEpochMs(ms)).toBe(new Date(ms).toISOString());
      expect(toEpochMs(fromEpochMs(ms))).toBe(ms);
    }
  });

  test("are written without empty milliseconds for other programs", () => {
    expect(formatInstant(after)).toBe("2026-11-24T23:00:00Z");
    expect(formatInstant(before)).toBe("2026-11-24T22:59:59.999Z");
  });
});
