import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { endOfDay, zoneId } from "@/lib/calendar/zone";
import { openPromiseState, promiseDueOn } from "@/lib/replies/due-promise";
import { readPromiseCursor, writePromiseCursor } from "@/lib/replies/promise-cursor";

const PARIS = zoneId("Europe/Paris");
const PROMISED = isoDate("2026-11-20");

function clock(facts: { readonly suspended: boolean; readonly resumedAt?: string; readonly dueOn?: string }) {
  const dueOn = isoDate(facts.dueOn ?? "2026-11-18");
  return {
    dueOn,
    dueBefore: endOfDay(dueOn, PARIS),
    zone: PARIS,
    suspendedBy: facts.suspended ? ("goods_not_back" as const) : null,
    resumedAt: facts.resumedAt ? instant(facts.resumedAt) : null,
  };
}

describe("promiseDueOn", () => {
  test.each([
    { because: "without a clock, the day promised", beside: undefined, due: PROMISED },
    { because: "the law's day, when it is earlier", beside: clock({ suspended: false }), due: "2026-11-18" },
    {
      because: "the day promised, when the law's is later",
      beside: clock({ suspended: false, dueOn: "2026-12-18" }),
      due: PROMISED,
    },
    { because: "none while the goods are not back", beside: clock({ suspended: true }), due: null },
    {
      because: "the day the goods came back, when it is later",
      beside: clock({ suspended: true, resumedAt: "2026-11-22T23:30:00Z" }),
      due: "2026-11-23",
    },
    {
      because: "the law's day again, when the goods came back before it",
      beside: clock({ suspended: true, resumedAt: "2026-11-10T09:00:00Z" }),
      due: "2026-11-18",
    },
    {
      because: "the day the goods came back, between the day promised and the law's",
      beside: clock({ suspended: true, resumedAt: "2026-11-25T09:00:00Z", dueOn: "2026-12-01" }),
      due: "2026-11-25",
    },
  ])("$because", ({ beside, due }) => {
    expect(promiseDueOn(PROMISED, beside)).toBe(due);
  });
});

describe("openPromiseState", () => {
  test.each([
    { today: "2026-11-20", beside: undefined, state: "open" },
    { today: "2026-11-21", beside: undefined, state: "late" },
    { today: "2026-12-21", beside: clock({ suspended: true }), state: "held_back" },
    { today: "2026-11-23", beside: clock({ suspended: true, resumedAt: "2026-11-23T09:00:00Z" }), state: "open" },
    { today: "2026-11-24", beside: clock({ suspended: true, resumedAt: "2026-11-23T09:00:00Z" }), state: "late" },
  ])("on $today it is $state", ({ today, beside, state }) => {
    expect(openPromiseState({ dueOn: PROMISED }, beside, isoDate(today))).toBe(state);
  });

  test("without a day it is never late", () => {
    expect(openPromiseState({ dueOn: null }, undefined, isoDate("2027-01-01"))).toBe("open");
  });
});

describe("the cursor of the promises due", () => {
  const id = "019ab1f0-0000-7000-8000-000000000001";

  test("survives the address", () => {
    const cursor = { dueOn: PROMISED, id };
    expect(readPromiseCursor(writePromiseCursor(cursor))).toEqual(cursor);
  });

  test.each([undefined, "", "x", `2026-02-30_${id}`, "2026-11-20_x", `_${id}`])("%s is no cursor", (text) => {
    expect(readPromiseCursor(text)).toBeUndefined();
  });
});
