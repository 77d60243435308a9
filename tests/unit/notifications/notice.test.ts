import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { defaultMode, lastDigestSlot, modeOf, noticeKindOf } from "@/lib/notifications/notice";
import { NOTICE_KINDS } from "@/lib/notifications/notice-kind";

const PARIS = zoneId("Europe/Paris");

describe("what a member is told of", () => {
  test("by default at once only what is late, contested or comes from the operator", () => {
    const atOnce = NOTICE_KINDS.filter((kind) => defaultMode(kind, "agent") === "now");
    expect(atOnce).toEqual(["overdue", "contested", "operator"]);
    expect(NOTICE_KINDS.filter((kind) => defaultMode(kind, "owner") === "none")).toEqual([]);
    expect(NOTICE_KINDS.filter((kind) => defaultMode(kind, "viewer") !== "none")).toEqual([]);
  });

  test("or as they chose, kind by kind", () => {
    const choices = { overdue: "digest", new_claim: "none" } as const;
    expect(modeOf("overdue", { role: "agent", choices })).toBe("digest");
    expect(modeOf("new_claim", { role: "agent", choices })).toBe("none");
    expect(modeOf("contested", { role: "agent", choices })).toBe("now");
    expect(modeOf("new_claim", { role: "viewer", choices: { new_claim: "digest" } })).toBe("digest");
  });

  test("a template nobody named is an answer of the customer", () => {
    expect(noticeKindOf("answer_decided")).toBe("customer_answer");
    expect(noticeKindOf("clock_overdue")).toBe("overdue");
  });
});

describe("lastDigestSlot", () => {
  test.each([
    ["2026-11-23T06:59:59Z", "2026-11-22T13:00:00Z"],
    ["2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"],
    ["2026-11-23T12:59:59Z", "2026-11-23T07:00:00Z"],
    ["2026-11-23T13:00:00Z", "2026-11-23T13:00:00Z"],
    ["2026-11-23T23:30:00Z", "2026-11-23T13:00:00Z"],
    // The clocks went back on 25 October, and forward on 29 March.
    ["2026-10-25T08:00:00Z", "2026-10-25T07:00:00Z"],
    ["2026-03-29T06:30:00Z", "2026-03-29T06:00:00Z"],
  ])("at %s in Paris it was %s", (now, slot) => {
    expect(lastDigestSlot(instant(now), PARIS)).toBe(instant(slot));
  });

  test("is the member's own morning", () => {
    expect(lastDigestSlot(instant("2026-11-23T05:00:00Z"), zoneId("Indian/Reunion"))).toBe(
      instant("2026-11-23T04:00:00Z"),
    );
  });
});
