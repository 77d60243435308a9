import { describe, expect, test } from "vitest";
import { groundOf, overridesInForce, reaches } from "@/lib/calendar/override";
import { BY_LAW, correction, made } from "@/tests/unit/calendar/corrections-made";

describe("what a correction reaches", () => {
  test.each([
    { because: "a law, the marketplace's periods", origin: "law:loi", use: "marketplace", expected: true },
    { because: "a law, what the law gives", origin: "law:loi", use: "delivery_territory", expected: true },
    { because: "a decision, the marketplace's periods", origin: "contract:x", use: "marketplace", expected: true },
    { because: "a decision never reaches the law's", origin: "contract:x", use: "delivery_territory", expected: false },
  ] as const)("$because", ({ origin, use, expected }) => {
    expect(reaches({ origin }, use)).toBe(expected);
  });

  test("its ground is what it relies on", () => {
    expect([groundOf({ origin: "law:loi" }), groundOf({ origin: "contract:law: not one" })]).toEqual([
      "law",
      "contract",
    ]);
  });
});

describe("corrections in force", () => {
  test("of several on one day the last holds, and they stay in the order they were made", () => {
    const all = made(
      correction("2026-11-27"),
      correction("2026-12-24"),
      correction("2026-11-27", { change: "withdraw" }),
      correction("2026-11-27", { name: { fr: "Pont", en: "Bridge day" } }),
    );
    expect(overridesInForce(all).map(({ day, version }) => [day, version])).toEqual([
      ["2026-12-24", 2],
      ["2026-11-27", 4],
    ]);
  });

  test("a withdrawal leaves nothing", () => {
    expect(overridesInForce(made(correction("2026-11-27"), correction("2026-11-27", { change: "withdraw" })))).toEqual(
      [],
    );
  });

  test("another calendar, another day and another ground are apart", () => {
    const all = made(
      correction("2026-11-27"),
      correction("2026-11-27", { calendar: "RE" }),
      correction("2026-11-27", BY_LAW),
      correction("2026-11-30"),
    );
    expect(overridesInForce(all)).toEqual(all);
    const withdrawn = [...all, { ...correction("2026-11-27", { change: "withdraw", ...BY_LAW }), version: 5 }];
    expect(overridesInForce(withdrawn).map(({ version }) => version)).toEqual([1, 2, 4]);
  });
});
