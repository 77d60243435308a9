import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { amendmentFor, originKind, originOf, originText, periodOf } from "@/lib/deadlines/period";
import { DEADLINE_KINDS, type DeadlineRule } from "@/lib/deadlines/rule";
import { DEADLINE_POLICY_V1, DEADLINE_RULES } from "@/lib/deadlines/rules";
import { deadlinePolicySchema, deadlineRuleSchema, weeklyOpeningSchema } from "@/lib/deadlines/schema";

describe("policy version 1", () => {
  test.each([
    ["reply", 2, "working_day", "none", "marketplace", "seller", "contract"],
    ["proof_of_delivery", 7, "calendar_day", "none", "marketplace", "seller", "contract"],
    ["next_reply", 2, "working_day", "none", "marketplace", "seller", "contract"],
    ["delivery_due", 30, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["formal_notice", null, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["withdrawal_period", 14, "calendar_day", "forward", "delivery_territory", "customer", "law"],
    ["withdrawal_period_uninformed", 12, "month", "forward", "delivery_territory", "customer", "law"],
    ["goods_return", 14, "calendar_day", "forward", "delivery_territory", "customer", "law"],
    ["withdrawal_refund", 14, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["delivery_refund", 14, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["conformity_remedy", 30, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["conformity_refund", 14, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["return_cost_refund", 14, "calendar_day", "none", "delivery_territory", "seller", "law"],
    ["legal_guarantee", 24, "month", "none", "delivery_territory", "customer", "law"],
    ["repair_extension", 6, "month", "none", "delivery_territory", "customer", "law"],
  ] as const)("%s: %s %s", (kind, length, unit, roll, basis, whoseTurn, origin) => {
    const rule: DeadlineRule = DEADLINE_RULES[kind];
    expect(rule).toMatchObject({ length, unit, roll, basis, whoseTurn });
    expect(originKind(rule.origin)).toBe(origin);
  });

  test("has every kind, in the order of the policy", () => {
    expect(Object.keys(DEADLINE_RULES)).toEqual([...DEADLINE_KINDS]);
  });

  test("comes back from storage as it went in", () => {
    const stored: unknown = JSON.parse(JSON.stringify(DEADLINE_POLICY_V1));
    expect(deadlinePolicySchema.parse(stored)).toEqual(DEADLINE_POLICY_V1);
  });

  test("is refused from storage when a kind is missing", () => {
    const { reply: _reply, ...others } = DEADLINE_RULES;
    expect(deadlinePolicySchema.safeParse({ ...DEADLINE_POLICY_V1, rules: others }).success).toBe(false);
  });
});

describe("deadlineRuleSchema", () => {
  test.each([
    { because: "no length", change: { length: 0 } },
    { because: "half a day", change: { length: 1.5 } },
    { because: "more than a century", change: { length: 1201 } },
    { because: "an unknown unit", change: { unit: "week" } },
    { because: "a day that is none", change: { inForceFrom: "2026-02-30" } },
    { because: "an origin of no kind", change: { origin: "rumour:hearsay" } },
    { because: "an origin that names nothing", change: { origin: "law:" } },
    { because: "a field it does not know", change: { lenght: 2 } },
  ])("refuses $because", ({ change }) => {
    expect(deadlineRuleSchema.safeParse({ ...DEADLINE_RULES.reply, ...change }).success).toBe(false);
  });

  test.each([
    {
      because: "a lunch break",
      spans: [
        { from: 540, to: 720 },
        { from: 840, to: 1080 },
      ],
      success: true,
    },
    {
      because: "two spans that touch",
      spans: [
        { from: 540, to: 720 },
        { from: 720, to: 1440 },
      ],
      success: true,
    },
    {
      because: "spans that overlap",
      spans: [
        { from: 540, to: 720 },
        { from: 719, to: 1080 },
      ],
      success: false,
    },
    {
      because: "spans out of order",
      spans: [
        { from: 840, to: 1080 },
        { from: 540, to: 720 },
      ],
      success: false,
    },
    { because: "an end before its start", spans: [{ from: 720, to: 540 }], success: false },
    { because: "an empty span", spans: [{ from: 540, to: 540 }], success: false },
    { because: "a time past midnight", spans: [{ from: 540, to: 1441 }], success: false },
  ])("opening hours: $because", ({ spans, success }) => {
    expect(weeklyOpeningSchema.safeParse({ 1: spans }).success).toBe(success);
  });
});

describe("periodOf", () => {
  const { repair_extension: extension, formal_notice: notice, reply } = DEADLINE_RULES;

  test.each([
    { because: "contract of unknown date", contractOn: undefined, length: 6 },
    { because: "the day before", contractOn: "2026-07-30", length: 6 },
    { because: "the day itself", contractOn: "2026-07-31", length: 12 },
    { because: "the day after", contractOn: "2026-08-01", length: 12 },
  ])("a later text: $because", ({ contractOn, length }) => {
    const day = contractOn === undefined ? undefined : isoDate(contractOn);
    expect(periodOf(extension, day)).toEqual({ length, unit: "month", roll: "none" });
    expect(amendmentFor(extension, day)?.toVerify).toBe(length === 12 ? true : undefined);
  });

  test("the last of several texts in force counts", () => {
    const rule: DeadlineRule = {
      ...extension,
      amendments: [
        { inForceFrom: isoDate("2026-01-01"), length: 8, origin: "law:a" },
        { inForceFrom: isoDate("2027-01-01"), length: 9, origin: "law:b" },
        { inForceFrom: isoDate("2028-01-01"), length: 10, origin: "law:c" },
      ],
    };
    expect(periodOf(rule, isoDate("2027-06-01"))?.length).toBe(9);
  });

  test("the parties fix what the rule leaves open", () => {
    expect(periodOf(notice)).toBeUndefined();
    expect(periodOf(notice, undefined, 10)).toEqual({ length: 10, unit: "calendar_day", roll: "none" });
  });

  test("opening hours go along", () => {
    const opening = { 1: [{ from: 540, to: 720 }] };
    expect(periodOf({ ...reply, unit: "business_hour", opening })).toMatchObject({ opening });
  });
});

describe("originOf", () => {
  const { reply, repair_extension: extension } = DEADLINE_RULES;

  test.each([
    { situation: "damaged", origin: "contract:conditions vendeur, réponse aux réclamations" },
    { situation: undefined, origin: "contract:conditions vendeur, réponse aux réclamations" },
    { situation: "no_longer_wanted", origin: "assumed:conditions vendeur, réponse aux réclamations" },
    { situation: "other", origin: "assumed:conditions vendeur, réponse aux réclamations" },
  ])("reply in $situation", ({ situation, origin }) => {
    expect(originOf(reply, situation)).toBe(origin);
  });

  test("a later text brings its own", () => {
    expect(originOf(extension, undefined, isoDate("2026-09-01"))).toBe("law:Directive (UE) 2024/1799, art. 16");
  });

  test("is told apart and named", () => {
    expect([originKind("law:a"), originKind("contract:b"), originKind("assumed:c")]).toEqual([
      "law",
      "contract",
      "assumed",
    ]);
    expect(originText("law:C. conso. L221-18: x")).toBe("C. conso. L221-18: x");
  });
});
