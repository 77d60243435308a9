import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { customerStatus, type FollowedClaim, nextSteps } from "@/lib/claims/customer-status";
import type { DeadlineKind } from "@/lib/deadlines/rule";

const NOW = instant("2026-11-23T10:00:00Z");
const TODAY = isoDate("2026-11-23");

function clock(kind: DeadlineKind, dueOn: string, facts: Partial<FollowedClaim["clocks"][number]> = {}) {
  return {
    id: kind,
    kind,
    ruleVersion: 1,
    whoseTurn: kind === "goods_return" ? "customer" : "seller",
    calendar: "FR",
    zone: zoneId("Europe/Paris"),
    startsAt: instant("2026-11-16T09:00:00Z"),
    dueOn: isoDate(dueOn),
    dueBefore: instant(`${dueOn}T23:00:00Z`),
    ...facts,
  } as const;
}

function promise(kind: FollowedClaim["commitments"][number]["kind"], dueOn: string, clockId: string | null = null) {
  return { kind, status: "open", dueOn: isoDate(dueOn), amountCents: null, clockId } as const;
}

const WAITING: FollowedClaim = { state: "awaiting_seller", clocks: [], commitments: [], replies: [] };

describe("customerStatus", () => {
  test.each<[string, Partial<FollowedClaim>, string]>([
    ["nothing was answered yet", { clocks: [clock("reply", "2026-11-24")] }, "seller_studies"],
    ["an unknown situation is read first", { state: "to_triage", clocks: [clock("reply", "2026-11-24")] }, "received"],
    ["the day of the answer passed", { clocks: [clock("reply", "2026-11-20")] }, "seller_late"],
    [
      "a late answer is an answer",
      {
        state: "awaiting_customer",
        clocks: [clock("reply", "2026-11-20", { stoppedAt: NOW })],
        replies: [{ solution: "refuse", customerAnswer: null, withdrawnAt: null }],
      },
      "answered",
    ],
    ["the customer wrote again", { clocks: [clock("next_reply", "2026-11-25")] }, "you_wrote"],
    [
      "the customer chose another remedy",
      {
        clocks: [clock("next_reply", "2026-11-25")],
        replies: [{ solution: "exchange", customerAnswer: "chosen", withdrawnAt: null }],
      },
      "you_chose",
    ],
    [
      "the seller took its offer back",
      {
        clocks: [clock("next_reply", "2026-11-25")],
        replies: [{ solution: "goodwill_gesture", customerAnswer: null, withdrawnAt: NOW }],
      },
      "offer_withdrawn",
    ],
    [
      "an offer taken back and followed by a message waits for no yes",
      {
        state: "awaiting_customer",
        replies: [{ solution: "goodwill_gesture", customerAnswer: null, withdrawnAt: NOW }],
      },
      "answered",
    ],
    [
      "a gesture waits for a yes or a no",
      {
        state: "awaiting_customer",
        replies: [{ solution: "goodwill_gesture", customerAnswer: null, withdrawnAt: null }],
      },
      "your_turn",
    ],
    [
      "what was accepted is now the seller's to do",
      {
        state: "awaiting_customer",
        replies: [{ solution: "refund", customerAnswer: "accepted", withdrawnAt: null }],
        commitments: [promise("refund", "2026-11-27")],
      },
      "seller_acts",
    ],
    [
      "before the refund the product has to travel back",
      {
        state: "awaiting_customer",
        replies: [{ solution: "return_procedure", customerAnswer: null, withdrawnAt: null }],
        commitments: [promise("refund", "2026-12-07"), promise("return", "2026-12-04")],
      },
      "send_back",
    ],
    ["the operator was asked", { state: "escalated", clocks: [clock("reply", "2026-11-20")] }, "operator_helps"],
    ["it is closed", { state: "closed" }, "closed"],
  ])("%s", (_because, facts, expected) => {
    expect(customerStatus({ ...WAITING, ...facts }, NOW)).toBe(expected);
  });
});

describe("nextSteps", () => {
  test("come by their day, promises and clocks together", () => {
    const steps = nextSteps(
      {
        ...WAITING,
        clocks: [clock("proof_of_delivery", "2026-11-30"), clock("reply", "2026-11-24")],
        commitments: [promise("reshipment", "2026-11-26")],
      },
      TODAY,
      NOW,
    );
    expect(steps.map((step) => (step.kind === "clock" ? step.clock.kind : step.promise.kind))).toEqual([
      "reply",
      "reshipment",
      "proof_of_delivery",
    ]);
  });

  test("a promise is told in place of the clock beside it, and says when its day has passed", () => {
    const steps = nextSteps(
      {
        ...WAITING,
        clocks: [clock("withdrawal_refund", "2026-11-30")],
        commitments: [promise("refund", "2026-11-22", "withdrawal_refund")],
      },
      TODAY,
      NOW,
    );
    expect(steps).toMatchObject([{ kind: "promise", isOver: true }]);
  });

  test("a refund the law lets wait for the goods is not over, whatever its day", () => {
    const held = clock("withdrawal_refund", "2026-11-20", { suspendedBy: "goods_not_back" });
    const commitments = [promise("refund", "2026-11-20", "withdrawal_refund")];
    expect(nextSteps({ ...WAITING, clocks: [held], commitments }, TODAY, NOW)).toMatchObject([{ isOver: false }]);
  });

  test("the two years of the guarantee and what was met are not awaited", () => {
    const clocks = [clock("legal_guarantee", "2028-11-23"), clock("reply", "2026-11-24", { stoppedAt: NOW })];
    expect(nextSteps({ ...WAITING, clocks }, TODAY, NOW)).toEqual([]);
  });

  test.each([
    { because: "the customer said yes to money instead", answer: "accepted", kinds: ["refund"] },
    { because: "nothing was said yet", answer: null, kinds: ["refund", "conformity_remedy"] },
  ] as const)("a repair by the law's day, when $because", ({ answer, kinds }) => {
    const claim: FollowedClaim = {
      ...WAITING,
      clocks: [clock("conformity_remedy", "2026-12-23")],
      commitments: [promise("refund", "2026-11-30")],
      replies: [{ solution: "refund_without_return", customerAnswer: answer, withdrawnAt: null }],
    };
    const steps = nextSteps(claim, TODAY, NOW);
    expect(steps.map((step) => (step.kind === "clock" ? step.clock.kind : step.promise.kind))).toEqual(kinds);
  });

  test("a day that is today is not over", () => {
    const steps = nextSteps({ ...WAITING, commitments: [promise("refund", "2026-11-23")] }, TODAY, NOW);
    expect(steps).toMatchObject([{ isOver: false }]);
  });
});
