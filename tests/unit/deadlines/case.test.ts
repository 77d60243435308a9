import { describe, expect, test } from "vitest";
import { answerCase } from "@/lib/deadlines/case";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import { deadlineRuleSchema } from "@/lib/deadlines/schema";

const good = {
  id: "one",
  clock: "reply",
  startsAt: "2026-11-20T10:00:00+01:00",
  calendar: "FR",
  zone: "Europe/Paris",
};

describe("answerCase", () => {
  test.each([1, null, undefined, "text", [], [good]])("%j is no case", (value) => {
    expect(answerCase(value)).toEqual({ id: null, error: "case: not an object" });
  });

  test.each([
    { because: "a text", id: "one", expected: "one" },
    { because: "a number", id: 0, expected: 0 },
    { because: "none", id: undefined, expected: null },
  ])("gives the id back: $because", ({ id, expected }) => {
    expect(answerCase({ ...good, id })).toMatchObject({ id: expected, dueOn: "2026-11-24" });
    expect(answerCase({ ...good, id, clock: "" })).toMatchObject({ id: expected });
  });

  test.each([
    { change: { clock: "x" }, error: 'clock: unknown clock "x"' },
    { change: { clock: undefined }, error: "clock: unknown clock (absent)" },
    { change: { clock: "formal_notice" }, error: "clock: the parties fix the length of formal_notice" },
    { change: { startsAt: undefined }, error: "startsAt: not a text" },
    { change: { startsAt: ["2026-11-20T10:00:00Z"] }, error: "startsAt: not a text" },
    { change: { startsAt: "soon" }, error: "startsAt: not an instant such as 2026-11-24T09:00:00+01:00" },
    { change: { startsAt: "2026-11-20T10:00:00" }, error: "startsAt: the offset from UTC is missing" },
    { change: { startsAt: "2026-02-30T10:00:00Z" }, error: "startsAt: no such date, time or offset" },
    { change: { startsAt: "1999-11-20T10:00:00Z" }, error: "startsAt: the year is outside 2000–2100" },
    { change: { startsAt: "2100-12-31T10:00:00Z" }, error: "startsAt: a day of the period falls outside 2000–2100" },
    { change: { calendar: ["FR"] }, error: 'calendar: unknown calendar ["FR"]' },
    { change: { calendar: { split: 1 } }, error: 'calendar: unknown calendar {"split":1}' },
    { change: { zone: ["Europe/Paris"] }, error: 'zone: unknown zone ["Europe/Paris"]' },
    { change: { zone: "Mars" }, error: 'zone: unknown zone "Mars"' },
    { change: { zone: "x".repeat(58) }, error: `zone: unknown zone "${"x".repeat(58)}"` },
    { change: { zone: "x".repeat(59) }, error: `zone: unknown zone "${"x".repeat(59)}…` },
  ])("names the field: $error", ({ change, error }) => {
    expect(answerCase({ ...good, ...change })).toEqual({ id: "one", error });
  });

  test("what a prototype holds is not in the case", () => {
    expect(answerCase(Object.create(good))).toEqual({ id: null, error: "clock: unknown clock (absent)" });
  });
});

describe("stored texts that are no texts", () => {
  test.each([{ inForceFrom: 20_260_101 }, { origin: 1 }, { origin: ["law:x"] }, { inForceFrom: ["2026-01-01"] }])(
    "%j is refused",
    (change) => {
      const read = deadlineRuleSchema.safeParse({ ...DEADLINE_RULES.reply, ...change });
      expect(read.success).toBe(false);
    },
  );

  test("the refusal says which", () => {
    const read = deadlineRuleSchema.safeParse({ ...DEADLINE_RULES.reply, inForceFrom: "x", origin: "x" });
    expect(read.error?.issues.map(({ message }) => message).sort()).toEqual(["invalid_date", "invalid_origin"]);
  });
});
