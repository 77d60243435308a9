import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { policyChanges } from "@/lib/policy/diff";
import { draftedContent, policyDraftInput, refusePolicy } from "@/lib/policy/draft";
import { POLICY_V1 } from "@/lib/policy/rules";
import { policyContentSchema } from "@/lib/policy/schema";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";

const SAME = {
  effectiveOn: "2026-12-01",
  reason: "Les vendeurs le demandent.",
  periods: { reply: { length: "2", unit: "working_day" }, proof_of_delivery: { length: "7", unit: "calendar_day" } },
  closeAfterSilentDays: "30",
  linkDaysAfterClosure: "90",
  required: [...WAIVABLE_DEMANDS],
  thresholds: {
    on_time: { percent: "95", days: "30", minSample: "20" },
    promises_kept: { percent: "", days: "30", minSample: "20" },
  },
};
const drafted = (change: object) => draftedContent(POLICY_V1, policyDraftInput.parse({ ...SAME, ...change }), 2);
const refusal = (change: object, today = "2026-11-23") =>
  refusePolicy(
    { content: POLICY_V1, effectiveOn: isoDate("2026-01-01") },
    { content: drafted(change), effectiveOn: policyDraftInput.parse({ ...SAME, ...change }).effectiveOn },
    isoDate(today),
  );

describe("a draft", () => {
  test("that types what is in force changes nothing, and is refused", () => {
    expect(policyChanges(POLICY_V1, drafted({}))).toEqual([]);
    expect(refusal({})).toBe("nothing_changed");
  });

  test("changes periods, demands, thresholds and times, and is stored as it reads back", () => {
    const content = drafted({
      periods: { reply: { length: "24", unit: "hour" } },
      required: WAIVABLE_DEMANDS.filter((code) => code !== "packing_missing"),
      closeAfterSilentDays: "15",
      linkDaysAfterClosure: "120",
      thresholds: {
        on_time: { percent: "97.5", days: "30", minSample: "20" },
        promises_kept: { percent: "90", days: "60", minSample: "10" },
      },
    });
    expect(policyChanges(POLICY_V1, content)).toEqual([
      { kind: "period", period: "reply", from: { length: 2, unit: "working_day" }, to: { length: 24, unit: "hour" } },
      { kind: "silent_days", from: 30, to: 15 },
      { kind: "link_days", from: 90, to: 120 },
      { kind: "demand_waived", demand: "packing_missing" },
      {
        kind: "threshold",
        measure: "on_time",
        from: { measure: "on_time", atLeastBps: 9500, days: 30, minSample: 20 },
        to: { measure: "on_time", atLeastBps: 9750, days: 30, minSample: 20 },
      },
      {
        kind: "threshold",
        measure: "promises_kept",
        from: null,
        to: { measure: "promises_kept", atLeastBps: 9000, days: 60, minSample: 10 },
      },
    ]);
    expect(content.deadlines).toMatchObject({ version: 2, inForceFrom: "2026-12-01" });
    expect(policyContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    expect(refusal({ closeAfterSilentDays: "15" })).toBeUndefined();
  });

  test("leaves the law alone, whatever a form sends", () => {
    const forged = { withdrawal_period: { length: "7", unit: "calendar_day" } };
    expect(policyChanges(POLICY_V1, drafted({ periods: forged }))).toEqual([]);
    const { deadlines } = POLICY_V1;
    const rules = {
      ...deadlines.rules,
      withdrawal_refund: { ...deadlines.rules.withdrawal_refund, length: 30 },
    };
    const content = { ...POLICY_V1, deadlines: { ...deadlines, rules } };
    const at = isoDate("2026-12-01");
    const base = { content: POLICY_V1, effectiveOn: isoDate("2026-01-01") };
    expect(refusePolicy(base, { content, effectiveOn: at }, isoDate("2026-11-23"))).toBe("law_is_locked");
  });

  test.each([
    { because: "yesterday", effectiveOn: "2026-11-22", expected: "effective_in_past" },
    { because: "today", effectiveOn: "2026-11-23", expected: "effective_in_past" },
    { because: "tomorrow", effectiveOn: "2026-11-24", expected: undefined },
    {
      because: "before the last version",
      effectiveOn: "2025-12-31",
      expected: "before_last_version",
      today: "2025-01-01",
    },
    {
      because: "with the last version",
      effectiveOn: "2026-01-01",
      expected: "before_last_version",
      today: "2025-01-01",
    },
  ])("from $because: $expected", ({ effectiveOn, expected, today }) => {
    expect(refusal({ effectiveOn, closeAfterSilentDays: "15" }, today)).toBe(expected);
  });

  test.each([
    { because: "a period of nothing", change: { periods: { reply: { length: "0", unit: "working_day" } } } },
    { because: "a unit nobody counts in", change: { periods: { reply: { length: "2", unit: "business_hour" } } } },
    {
      because: "a threshold that divides by zero",
      change: { thresholds: { ...SAME.thresholds, on_time: { percent: "95", days: "30", minSample: "0" } } },
    },
    {
      because: "more than everything",
      change: { thresholds: { ...SAME.thresholds, on_time: { percent: "101", days: "30", minSample: "20" } } },
    },
    { because: "a day that does not exist", change: { effectiveOn: "2026-02-30" } },
    { because: "a demand of the law", change: { required: ["mediator_missing"] } },
    { because: "no reason", change: { reason: "  " } },
  ])("with $because is no draft", ({ change }) => {
    expect(policyDraftInput.safeParse({ ...SAME, ...change }).success).toBe(false);
  });
});
