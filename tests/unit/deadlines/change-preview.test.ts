import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { type CountedCase, caseMover, previewName, previewOf } from "@/lib/deadlines/change-preview";
import type { ClockCase } from "@/lib/deadlines/recount";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";
import { calendarChange, clockCase } from "@/tests/unit/deadlines/rules-change";

const FRIDAY = "2026-11-20T09:00:00+01:00";
const MONDAY = "2026-11-23T09:00:00+01:00";
const NOW = instant("2026-11-20T09:00:00Z");
/** Tuesday 24 November becomes a holiday, Wednesday 11 November ceases to be one. */
const change = calendarChange(
  made(correction("2026-11-24", BY_LAW), correction("2026-11-11", { change: "remove", ...BY_LAW })),
);

const answerFriday = clockCase("reply", FRIDAY);
const answerMonday = clockCase("reply", MONDAY);
/** Due on Friday 13th, or a day earlier without the holiday. */
const overHoliday = clockCase("reply", "2026-11-10T09:00:00+01:00");
const unmoved = clockCase("proof_of_delivery", MONDAY);

function previewed(rows: readonly CountedCase[], now = NOW) {
  const preview = previewOf(change, now);
  preview.add(rows);
  return preview.result();
}

describe("what a change moves", () => {
  const [first, second] = ["seller-a", "seller-b"];

  test("nothing", () => {
    expect(previewed([{ clock: unmoved, sellerId: first, count: 7 }])).toEqual({
      moved: 0,
      becomeOverdue: 0,
      noLongerOverdue: 0,
      later: 0,
      earlier: 0,
      sellers: [],
      cases: [],
    });
  });

  test("is counted over all clocks, and by seller, the most concerned first", () => {
    const preview = previewed([
      { clock: answerMonday, sellerId: first, count: 3 },
      { clock: answerMonday, sellerId: second, count: 4 },
      { clock: answerFriday, sellerId: second, count: 2 },
      { clock: unmoved, sellerId: first, count: 50 },
    ]);
    expect(preview).toMatchObject({ moved: 9, later: 9, earlier: 0, becomeOverdue: 0, noLongerOverdue: 0 });
    expect(preview.sellers).toEqual([
      { sellerId: second, moved: 6, becomeOverdue: 0, noLongerOverdue: 0 },
      { sellerId: first, moved: 3, becomeOverdue: 0, noLongerOverdue: 0 },
    ]);
    expect(preview.cases.map(({ clock, to, count }) => [clock.dueOn, to.dueOn, count])).toEqual([
      ["2026-11-24", "2026-11-25", 2],
      ["2026-11-25", "2026-11-26", 7],
    ]);
  });

  test("rows may come in parts", () => {
    const preview = previewOf(change, NOW);
    preview.add([{ clock: answerMonday, sellerId: first, count: 3 }]);
    preview.add([{ clock: { ...answerMonday }, sellerId: first, count: 4 }]);
    expect(preview.result()).toMatchObject({ moved: 7, sellers: [{ moved: 7 }], cases: [{ count: 7 }] });
  });

  test("sellers with as much to lose stand by what moves, then by name", () => {
    const { sellers } = previewed([
      { clock: answerMonday, sellerId: "c", count: 1 },
      { clock: answerMonday, sellerId: "b", count: 1 },
      { clock: answerMonday, sellerId: "d", count: 2 },
    ]);
    expect(sellers.map(({ sellerId }) => sellerId)).toEqual(["d", "b", "c"]);
  });
});

describe("overdue", () => {
  const count = { sellerId: "a", count: 5 };

  test.each([
    { because: "before both bounds", now: "2026-11-12T22:59:59.999Z", becomesOverdue: false },
    { because: "between the new bound and the old", now: "2026-11-12T23:00:00Z", becomesOverdue: true },
    { because: "just before the old bound", now: "2026-11-13T22:59:59.999Z", becomesOverdue: true },
    { because: "after both it was so already", now: "2026-11-13T23:00:00Z", becomesOverdue: false },
  ])("a bound brought forward, $because", ({ now, becomesOverdue }) => {
    const preview = previewed([{ clock: overHoliday, ...count }], instant(now));
    expect(preview).toMatchObject({
      moved: 5,
      earlier: 5,
      later: 0,
      becomeOverdue: becomesOverdue ? 5 : 0,
      noLongerOverdue: 0,
      sellers: [{ becomeOverdue: becomesOverdue ? 5 : 0 }],
      cases: [{ becomesOverdue, noLongerOverdue: false }],
    });
  });

  test("a bound put off may no longer be overdue", () => {
    const preview = previewed([{ clock: answerMonday, ...count }], instant("2026-11-25T23:00:00Z"));
    expect(preview).toMatchObject({
      later: 5,
      noLongerOverdue: 5,
      becomeOverdue: 0,
      sellers: [{ noLongerOverdue: 5 }],
    });
  });

  test("the customer's windows and suspended clocks are never overdue", () => {
    const between = instant("2026-11-12T23:00:00Z");
    const customers: ClockCase = { ...overHoliday, whoseTurn: "customer" };
    const suspended: ClockCase = { ...overHoliday, effectiveDueBefore: null };
    for (const clock of [customers, suspended]) {
      expect(previewed([{ clock, ...count }], between)).toMatchObject({ moved: 5, becomeOverdue: 0 });
    }
  });

  test("what becomes overdue is shown first, and its seller too", () => {
    const preview = previewed(
      [
        { clock: answerMonday, sellerId: "many", count: 9 },
        { clock: overHoliday, sellerId: "few", count: 1 },
      ],
      instant("2026-11-12T23:00:00Z"),
    );
    expect(preview.cases.map(({ becomesOverdue }) => becomesOverdue)).toEqual([true, false]);
    expect(preview.sellers.map(({ sellerId }) => sellerId)).toEqual(["few", "many"]);
  });
});

describe("a case", () => {
  test("is counted again once, however often it comes", () => {
    let asked = 0;
    const ruleOf: typeof change.ruleOf = (version, kind) => {
      asked += 1;
      return change.ruleOf(version, kind);
    };
    const moverOf = caseMover({ ...change, ruleOf }, NOW);
    const moved = [answerMonday, { ...answerMonday }, answerMonday].map(moverOf);
    expect([asked, new Set(moved).size]).toEqual([1, 1]);
    moverOf(unmoved);
    moverOf(unmoved);
    expect(asked).toBe(2);
  });

  test.each<{ because: string; other: Partial<ClockCase> }>([
    { because: "kind", other: { kind: "next_reply" } },
    { because: "version of its rule", other: { ruleVersion: 2 } },
    { because: "calendar", other: { calendar: "RE" } },
    { because: "version of its calendar", other: { calendarVersion: 1 } },
    { because: "zone", other: { zone: zoneId("Europe/Madrid") } },
    { because: "turn", other: { whoseTurn: "customer" } },
    { because: "day of its start", other: { startsOn: isoDate("2026-11-22") } },
    { because: "hour of its start", other: { startsAt: instant(MONDAY) } },
    { because: "bound", other: { dueBefore: instant("2026-11-30T23:00:00Z") } },
    { because: "bound that counts", other: { effectiveDueBefore: null } },
  ])("differs by its $because", ({ other }) => {
    const moverOf = caseMover(change, NOW);
    const known = moverOf(answerMonday);
    expect(known).toBeDefined();
    expect(moverOf({ ...answerMonday, ...other })).not.toBe(known);
  });
});

describe("the name of a preview", () => {
  const rows = [
    { clock: answerMonday, sellerId: "a", count: 3 },
    { clock: answerFriday, sellerId: "b", count: 1 },
  ];
  const name = (given: readonly CountedCase[], now = NOW) => previewName("FR 2026-11-24", previewed(given, now));

  test("is the same for the same moves, in whatever order they were read", () => {
    expect(name(rows)).toMatch(/^[0-9a-f]{32}$/);
    expect(name([...rows].reverse())).toBe(name(rows));
  });

  test.each([
    { because: "one clock more", other: () => name([...rows, { clock: answerMonday, sellerId: "c", count: 1 }]) },
    { because: "a case less", other: () => name(rows.slice(1)) },
    { because: "a bound that has passed meanwhile", other: () => name(rows, instant("2026-11-25T23:00:00Z")) },
    { because: "another change", other: () => previewName("FR 2026-11-25", previewed(rows)) },
  ])("is another with $because", ({ other }) => {
    expect(other()).not.toBe(name(rows));
  });
});
