import { describe, expect, test } from "vitest";
import { addDays, isoDate } from "@/lib/calendar/civil-day";
import { nextVersion, refuseOverride, withDraft } from "@/lib/calendar/override-refusal";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";

describe("refuseOverride", () => {
  test.each([
    { because: "a working day becomes a holiday", draft: correction("2026-11-27"), expected: undefined },
    { because: "a holiday is one already", draft: correction("2026-11-11"), expected: "already_holiday" },
    {
      because: "a holiday ceases to be",
      draft: correction("2026-11-11", { change: "remove" }),
      expected: undefined,
    },
    {
      because: "a working day cannot cease to be a holiday",
      draft: correction("2026-11-27", { change: "remove" }),
      expected: "not_a_holiday",
    },
    {
      because: "a Sunday is no holiday either",
      draft: correction("2026-11-22", { change: "remove" }),
      expected: "not_a_holiday",
    },
    {
      because: "nothing was corrected that day",
      draft: correction("2026-11-27", { change: "withdraw" }),
      expected: "nothing_to_withdraw",
    },
  ])("$because", ({ draft, expected }) => {
    expect(refuseOverride(draft, [])).toBe(expected);
  });

  const before = made(correction("2026-11-27"));
  test.each([
    { because: "twice the same day", draft: correction("2026-11-27"), expected: "already_corrected" },
    {
      because: "the other way round, without a withdrawal",
      draft: correction("2026-11-27", { change: "remove" }),
      expected: "already_corrected",
    },
    { because: "its withdrawal", draft: correction("2026-11-27", { change: "withdraw" }), expected: undefined },
    { because: "another day", draft: correction("2026-11-30"), expected: undefined },
    { because: "another calendar", draft: correction("2026-11-27", { calendar: "GP" }), expected: undefined },
    {
      because: "the withdrawal of another calendar's",
      draft: correction("2026-11-27", { calendar: "GP", change: "withdraw" }),
      expected: "nothing_to_withdraw",
    },
    { because: "a law on the same day", draft: correction("2026-11-27", BY_LAW), expected: undefined },
    {
      because: "the withdrawal of a law that was not made",
      draft: correction("2026-11-27", { change: "withdraw", ...BY_LAW }),
      expected: "nothing_to_withdraw",
    },
  ])("after one of 27 November: $because", ({ draft, expected }) => {
    expect(refuseOverride(draft, before)).toBe(expected);
  });

  test("what a law has made a holiday the marketplace cannot add again, but may do without", () => {
    const enacted = made(correction("2026-11-27", BY_LAW));
    expect(refuseOverride(correction("2026-11-27"), enacted)).toBe("already_holiday");
    expect(refuseOverride(correction("2026-11-27", { change: "remove" }), enacted)).toBeUndefined();
  });

  test("two weeks without a working day are one too many", () => {
    const monday = isoDate("2026-11-16");
    const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10].map((days) => correction(addDays(monday, days)));
    const tenth = correction(addDays(monday, 11));
    expect(refuseOverride(tenth, made(...weekdays.slice(1)))).toBeUndefined();
    expect(refuseOverride(tenth, made(...weekdays))).toBe("nothing_worked");
    // Whichever of the days comes last.
    expect(refuseOverride(correction(monday), made(...weekdays.slice(1), tenth))).toBe("nothing_worked");
    expect(
      refuseOverride(correction("2026-11-19"), made(...weekdays.filter(({ day }) => day !== "2026-11-19"), tenth)),
    ).toBe("nothing_worked");
  });

  test("fourteen rest days in a row are the most, wherever the last of them is made", () => {
    const tuesday = isoDate("2026-11-17");
    const fourteen = [0, 1, 2, 3, 6, 7, 8, 9, 10, 13].map((days) => correction(addDays(tuesday, days)));
    for (const draft of fourteen) {
      expect(refuseOverride(draft, made(...fourteen.filter((one) => one !== draft)))).toBeUndefined();
    }
    expect(refuseOverride(correction("2026-12-01"), made(...fourteen))).toBe("nothing_worked");
    expect(refuseOverride(correction("2026-11-16"), made(...fourteen))).toBe("nothing_worked");
  });

  test("a withdrawal may not leave nothing worked either", () => {
    // 11 November made a working day keeps apart two closed stretches; without it they would be one.
    const closed = [
      "2026-11-02",
      "2026-11-03",
      "2026-11-04",
      "2026-11-05",
      "2026-11-06",
      "2026-11-09",
      "2026-11-10",
      "2026-11-12",
      "2026-11-13",
    ];
    const overrides = made(correction("2026-11-11", { change: "remove" }), ...closed.map((day) => correction(day)));
    expect(refuseOverride(correction("2026-11-11", { change: "withdraw" }), overrides)).toBe("nothing_worked");
  });

  test.each(["2000-01-03", "2100-12-31"])("the first and the last day of all can be corrected: %s", (day) => {
    expect(refuseOverride(correction(day), [])).toBeUndefined();
  });
});

describe("the number of the next correction", () => {
  test("follows the last one", () => {
    expect([nextVersion([]), nextVersion(made(correction("2026-11-27"), correction("2026-11-30")))]).toEqual([1, 3]);
    expect(
      withDraft(made(correction("2026-11-27")), correction("2026-11-30")).map(({ day, version }) => [day, version]),
    ).toEqual([
      ["2026-11-27", 1],
      ["2026-11-30", 2],
    ]);
  });
});
