import fc from "fast-check";
import { afterAll, beforeAll, describe, test } from "vitest";
import { addBusinessMinutes, type WeeklyOpening } from "@/lib/calendar/business-hours";
import { CALENDAR_IDS } from "@/lib/calendar/calendar-ids";
import { calendar, zoneOfCalendar } from "@/lib/calendar/calendars";
import { toDayNumber, weekdayOf } from "@/lib/calendar/civil-day";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { localTime, zoneId } from "@/lib/calendar/zone";
import { computeDeadline, type DeadlineInput } from "@/lib/deadlines/deadline";
import { traceDeadline } from "@/lib/deadlines/trace";

const HOUR_MS = 3_600_000;

/** Open until noon and again from two, on Saturday mornings too, and through the night of a clock change. */
const OPENING: WeeklyOpening = {
  1: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 14 * 60, to: 18 * 60 },
  ],
  3: [{ from: 0, to: 1440 }],
  5: [
    { from: 8 * 60 + 30, to: 12 * 60 + 15 },
    { from: 13 * 60, to: 17 * 60 },
  ],
  6: [{ from: 9 * 60, to: 12 * 60 }],
};

const zones = [...new Set([...CALENDAR_IDS.map(zoneOfCalendar), zoneId("America/New_York"), zoneId("Africa/Cairo")])];
const anyStart = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2032, 0, 1) }).map((ms) => fromEpochMs(ms));

function anyInput(unit: "hour" | "business_hour"): fc.Arbitrary<DeadlineInput> {
  return fc.record({
    period: fc.record({
      length: fc.integer({ min: 1, max: 100 }),
      unit: fc.constant(unit),
      roll: fc.constant("none" as const),
      opening: fc.constant(OPENING),
    }),
    startsAt: anyStart,
    calendar: fc.constantFrom(...CALENDAR_IDS).map(calendar),
    zone: fc.constantFrom(...zones),
  });
}

/** Whether the shop is open in the moment before an instant. */
function isOpenUntil(at: Instant, { calendar: days, zone }: DeadlineInput): boolean {
  const { day, hour, minute } = localTime(fromEpochMs(toEpochMs(at) - 1), zone);
  const number = toDayNumber(day);
  if (days.holidayOn(number)) return false;
  const minutes = hour * 60 + minute;
  return (OPENING[weekdayOf(number)] ?? []).some(({ from, to }) => from <= minutes && minutes < to);
}

describe.each(["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])("hours with TZ=%s", { timeout: 60_000 }, (tz) => {
  const own = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = tz;
  });
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test("that run are so many hours really gone by, whatever the clocks did", () => {
    holds(anyInput("hour"), (input) => {
      const gone = toEpochMs(computeDeadline(input).dueBefore) - toEpochMs(input.startsAt);
      return gone === input.period.length * HOUR_MS;
    });
  });

  test("of opening end while open, never on a public holiday", () => {
    holds(anyInput("business_hour"), (input) => isOpenUntil(computeDeadline(input).dueBefore, input));
  });

  test("of opening end later when the start is later, and when there are more of them", () => {
    holds(fc.tuple(anyInput("business_hour"), fc.integer({ min: 0, max: 200 * HOUR_MS })), ([input, later]) => {
      const bound = computeDeadline(input).dueBefore;
      const after = { ...input, startsAt: fromEpochMs(toEpochMs(input.startsAt) + later) };
      const longer = { ...input, period: { ...input.period, length: input.period.length + 1 } };
      return bound <= computeDeadline(after).dueBefore && bound < computeDeadline(longer).dueBefore;
    });
  });

  test("of opening add up: one part after the other ends with the whole", () => {
    holds(fc.tuple(anyInput("business_hour"), fc.integer({ min: 1, max: 50 * 60 })), ([input, first]) => {
      const whole = first + input.period.length * 60;
      const { endsAt: between } = addBusinessMinutes(input.startsAt, first, OPENING, input);
      const { endsAt: inTwo } = addBusinessMinutes(between, input.period.length * 60, OPENING, input);
      return inTwo === addBusinessMinutes(input.startsAt, whole, OPENING, input).endsAt;
    });
  });

  test("are told day by day, and the days give the whole", () => {
    holds(fc.oneof(anyInput("hour"), anyInput("business_hour")), (input) => {
      const days = traceDeadline(input);
      const minutes = days.reduce((sum, day) => sum + (day.minutes ?? 0), 0);
      // Each day is told to the nearest minute.
      const isWhole = Math.abs(minutes - input.period.length * 60) <= days.length;
      return isWhole && days.at(-1)?.day === computeDeadline(input).dueOn;
    });
  });
});

function holds<T>(values: fc.Arbitrary<T>, isTrue: (value: T) => boolean): void {
  fc.assert(fc.property(values, isTrue), { numRuns: 150 });
}
