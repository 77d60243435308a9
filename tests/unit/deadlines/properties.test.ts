import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALENDAR_IDS, isCalendarId } from "@/lib/calendar/calendar-ids";
import { calendar, zoneOfCalendar } from "@/lib/calendar/calendars";
import { addDays, daysBetween, fromDayNumber, isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { fromEpochMs, toEpochMs } from "@/lib/calendar/instant";
import { isWorkingDay } from "@/lib/calendar/working-calendar";
import { endOfDay, localDay, localTime, startOfDay, zoneId } from "@/lib/calendar/zone";
import { computeDeadline, type DeadlineInput, type Period } from "@/lib/deadlines/deadline";
import { traceDeadline } from "@/lib/deadlines/trace";

const periods: readonly Period[] = [
  { length: 2, unit: "working_day", roll: "none" },
  { length: 3, unit: "delivery_day", roll: "none" },
  { length: 7, unit: "calendar_day", roll: "none" },
  { length: 14, unit: "calendar_day", roll: "forward" },
  { length: 12, unit: "month", roll: "forward" },
];

const zones = [...new Set([...CALENDAR_IDS.map(zoneOfCalendar), zoneId("America/New_York"), zoneId("Africa/Cairo")])];

const anyInstant = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2040, 0, 1) }).map((ms) => fromEpochMs(ms));

const anyInput: fc.Arbitrary<DeadlineInput> = fc.record({
  period: fc.constantFrom(...periods),
  startsAt: anyInstant,
  calendar: fc.constantFrom(...CALENDAR_IDS).map(calendar),
  zone: fc.constantFrom(...zones),
});

describe.each([
  { tz: "UTC", offset: 0 },
  { tz: "Pacific/Kiritimati", offset: -840 },
  { tz: "America/Los_Angeles", offset: 480 },
])("deadlines with TZ=$tz", { timeout: 60_000 }, ({ tz, offset }) => {
  const own = process.env.TZ;

  beforeAll(() => {
    process.env.TZ = tz;
  });

  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test("the zone of the process is really that one", () => {
    expect(new Date("2026-01-15T12:00:00Z").getTimezoneOffset()).toBe(offset);
  });

  test("never end on a rest day when they may not", () => {
    holds(anyInput, (input) => {
      const { dueOn } = computeDeadline(input);
      const mayRest = input.period.unit === "calendar_day" && input.period.roll === "none";
      return mayRest || input.period.unit === "delivery_day" || isWorkingDay(dueOn, input.calendar);
    });
  });

  test("never come forward when the start goes back", () => {
    holds(fc.tuple(anyInput, fc.integer({ min: 0, max: 40 * 86_400_000 })), ([input, later]) => {
      const after = { ...input, startsAt: fromEpochMs(toEpochMs(input.startsAt) + later) };
      return computeDeadline(input).dueBefore <= computeDeadline(after).dueBefore;
    });
  });

  test("are never brought forward by one more holiday", () => {
    holds(fc.tuple(anyInput, fc.integer({ min: 0, max: 20 })), ([input, days]) => {
      const day = addDays(localDay(input.startsAt, input.zone), days);
      const name = { fr: "Férié", en: "Holiday" };
      const holidays = input.calendar.id.split("+").filter(isCalendarId);
      const added = holidays.map(
        (calendar) => ({ version: 1, calendar, day, change: "add", name, origin: "law:test" }) as const,
      );
      const longer = correctedCalendars(added)(input.calendar.id, "marketplace");
      return computeDeadline(input).dueOn <= computeDeadline({ ...input, calendar: longer }).dueOn;
    });
  });

  test("are the same for every instant of one civil day", () => {
    holds(anyInput, (input) => {
      const day = localDay(input.startsAt, input.zone);
      const last = fromEpochMs(toEpochMs(endOfDay(day, input.zone)) - 1);
      const { dueBefore } = computeDeadline(input);
      return [startOfDay(day, input.zone), last].every(
        (startsAt) => computeDeadline({ ...input, startsAt }).dueBefore === dueBefore,
      );
    });
  });

  test("end at a local midnight whatever the clocks did meanwhile", () => {
    holds(anyInput, (input) => {
      const { dueOn, dueBefore } = computeDeadline(input);
      const lastMoment = fromEpochMs(toEpochMs(dueBefore) - 1);
      const next = localTime(dueBefore, input.zone);
      return localDay(lastMoment, input.zone) === dueOn && next.day === addDays(dueOn, 1) && next.hour <= 1;
    });
  });

  test("are retraced day by day: no day missing, as many counted as asked", () => {
    holds(anyInput, (input) => {
      const { startsOn, dueOn } = computeDeadline(input);
      const days = traceDeadline(input);
      const counted = days.filter(({ counted }) => counted);
      const isWhole = input.period.unit === "month" || days.length === daysBetween(startsOn, dueOn) + 1;
      return (
        days.at(0)?.day === startsOn && days.at(-1)?.day === dueOn && isWhole && counted.length === input.period.length
      );
    });
  });

  test("agree with the zone database of the machine on which day an instant falls", () => {
    holds(fc.tuple(anyInstant, fc.constantFrom(...zones)), ([at, zone]) => {
      const words = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(at));
      return localDay(at, zone) === words;
    });
  });

  test("count on days that are the same everywhere", () => {
    expect(fromDayNumber(toDayNumber(isoDate("2026-03-29")) + 1)).toBe("2026-03-30");
  });
});

function holds<T>(values: fc.Arbitrary<T>, isTrue: (value: T) => boolean): void {
  fc.assert(fc.property(values, isTrue), { numRuns: 150 });
}
