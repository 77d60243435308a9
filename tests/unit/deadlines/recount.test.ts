import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { type ClockCase, recount } from "@/lib/deadlines/recount";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";
import { calendarChange, clockCase } from "@/tests/unit/deadlines/rules-change";

const MONDAY = "2026-11-23T09:00:00+01:00";
const tuesdayClosed = made(correction("2026-11-24"));
const tuesdayHoliday = made(correction("2026-11-24", BY_LAW));

describe("a new holiday", () => {
  test("moves a period in working days past it", () => {
    expect(recount(clockCase("reply", MONDAY), calendarChange(tuesdayClosed))).toEqual({
      startsOn: "2026-11-23",
      nominalOn: "2026-11-26",
      dueOn: "2026-11-26",
      dueBefore: "2026-11-26T23:00:00.000Z",
      calendarVersion: 1,
      effectiveDueBefore: "2026-11-26T23:00:00.000Z",
    });
  });

  test.each<{ because: string; clock: ClockCase }>([
    { because: "a period in calendar days that does not roll", clock: clockCase("proof_of_delivery", MONDAY) },
    { because: "a period that was over before", clock: clockCase("reply", "2026-11-18T09:00:00+01:00") },
    { because: "a period of another calendar", clock: clockCase("reply", MONDAY, { calendar: "GP" }) },
    {
      because: "a day the parties agreed on",
      clock: clockCase("delivery_due", MONDAY, { dueOn: isoDate("2026-11-30") }),
    },
    {
      because: "a period the parties gave",
      clock: clockCase("formal_notice", MONDAY, { dueOn: isoDate("2026-11-24") }),
    },
    {
      because: "a clock counted with it already",
      clock: clockCase("reply", MONDAY, { calendarVersion: 1, dueOn: isoDate("2026-11-26") }),
    },
  ])("leaves $because where it is", ({ clock }) => {
    expect(recount(clock, calendarChange(tuesdayClosed))).toBeUndefined();
  });

  test("of a law moves the roll of the customer's period; a decision of the marketplace does not", () => {
    const clock = clockCase("withdrawal_period", "2026-11-10T09:00:00+01:00");
    expect(clock.dueOn).toBe("2026-11-24");
    expect(recount(clock, calendarChange(tuesdayHoliday))?.dueOn).toBe("2026-11-25");
    expect(recount(clock, calendarChange(tuesdayClosed))).toBeUndefined();
  });
});

describe("a holiday that ceases to be", () => {
  test("brings a period in working days forward", () => {
    const clock = clockCase("reply", "2026-11-10T09:00:00+01:00");
    expect(clock.dueOn).toBe("2026-11-13");
    const worked = made(correction("2026-11-11", { change: "remove" }));
    expect(recount(clock, calendarChange(worked))).toMatchObject({ dueOn: "2026-11-12", calendarVersion: 1 });
  });
});

describe("a correction withdrawn", () => {
  test("brings back what was counted with it, from the calendar of then", () => {
    const clock = clockCase("reply", MONDAY, { calendarVersion: 1, dueOn: isoDate("2026-11-26") });
    const withdrawn = made(correction("2026-11-24"), correction("2026-11-24", { change: "withdraw" }));
    expect(recount(clock, calendarChange(withdrawn))).toMatchObject({ dueOn: "2026-11-25", calendarVersion: 2 });
  });
});

describe("a suspension by law", () => {
  const start = "2026-11-10T09:00:00+01:00";
  const suspended = (effectiveDueBefore: string | null) =>
    clockCase("reply", start, { effectiveDueBefore: effectiveDueBefore === null ? null : instant(effectiveDueBefore) });
  const closed = calendarChange(made(correction("2026-11-13")));

  test.each([
    { because: "while it lasts there is no bound", effective: null, expected: null },
    {
      because: "goods back long after hold the bound where they put it",
      effective: "2026-12-01T23:00:00.000Z",
      expected: "2026-12-01T23:00:00.000Z",
    },
    {
      because: "goods back before the new bound hold nothing back",
      effective: "2026-11-14T23:00:00.000Z",
      expected: "2026-11-16T23:00:00.000Z",
    },
  ])("$because", ({ effective, expected }) => {
    expect(recount(suspended(effective), closed)).toMatchObject({ dueOn: "2026-11-16", effectiveDueBefore: expected });
  });
});

describe("periods in hours", () => {
  const opening = { 1: [{ from: 540, to: 1080 }], 2: [{ from: 540, to: 1080 }], 3: [{ from: 540, to: 1080 }] };
  const rule = { ...DEADLINE_RULES.reply, length: 9, unit: "business_hour", opening } as const;

  test("are counted again from their own hour", () => {
    const clock = clockCase("reply", MONDAY, {
      startsAt: instant("2026-11-23T14:00:00+01:00"),
      dueOn: isoDate("2026-11-24"),
      dueBefore: instant("2026-11-24T13:00:00Z"),
    });
    const change = calendarChange(tuesdayClosed, { before: { reply: rule } });
    expect(recount(clock, change)).toMatchObject({ dueOn: "2026-11-25", dueBefore: "2026-11-25T13:00:00.000Z" });
    expect(recount({ ...clock, startsAt: null }, change)).toBeUndefined();
  });
});

describe("another rule", () => {
  test("moves the clocks it computed", () => {
    const after = { reply: { ...DEADLINE_RULES.reply, length: 3 } };
    expect(recount(clockCase("reply", MONDAY), calendarChange([], { after }))?.dueOn).toBe("2026-11-26");
  });

  test("without a length of its own moves nothing", () => {
    const after = { reply: { ...DEADLINE_RULES.reply, length: null } };
    expect(recount(clockCase("reply", MONDAY), calendarChange([], { after }))).toBeUndefined();
  });

  test("a clock under a later text is known by it, and stays under it", () => {
    const start = "2026-09-14T09:00:00+02:00";
    const extended = clockCase("repair_extension", start, { dueOn: isoDate("2027-09-14") });
    const rolling = { repair_extension: { ...DEADLINE_RULES.repair_extension, roll: "forward" } } as const;
    const closed = made(correction("2027-09-14", BY_LAW));
    expect(recount(extended, calendarChange(closed, { after: rolling }))?.dueOn).toBe("2027-09-15");
    const base = clockCase("repair_extension", start);
    expect(base.dueOn).toBe("2027-03-14");
    expect(recount(base, calendarChange(closed, { after: rolling }))?.dueOn).toBe("2027-03-15");
  });
});
