import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { zoneId } from "@/lib/calendar/zone";
import type { WithdrawalDecision } from "@/lib/claims/withdrawal-phase";
import { type ClaimOpening, clocksForClaim } from "@/lib/deadlines/claim-clocks";
import { clockState } from "@/lib/deadlines/clock";
import { type ClockContext, openClock } from "@/lib/deadlines/open-clock";
import { DEADLINE_POLICY_V1 } from "@/lib/deadlines/rules";

const context: ClockContext = {
  policy: DEADLINE_POLICY_V1,
  marketplace: { calendar: "FR", zone: zoneId("Europe/Paris") },
  delivery: territoryOf("97400", "FR"),
  contractOn: isoDate("2026-11-02"),
  calendarOf: calendar,
};

const claim: ClaimOpening = {
  situation: "other",
  withdrawal: null,
  customerKind: "consumer",
  receivedAt: instant("2026-11-20T09:00:00+01:00"),
  statementSentAt: instant("2026-11-19T09:00:00+01:00"),
  lastDeliveredAt: instant("2026-11-09T11:00:00+01:00"),
  withdrawalInformed: "yes",
  withdrawalInformedOn: null,
};

function phase(name: WithdrawalDecision["phase"], reason: WithdrawalDecision["reason"]): Partial<ClaimOpening> {
  return {
    situation: "no_longer_wanted",
    withdrawal: { phase: name, reason, lastDay: null, exclusionNumber: null },
  };
}

function opened(change: Partial<ClaimOpening>) {
  return clocksForClaim({ ...claim, ...change }, context).map(({ kind, startsAt, dueOn }) => [kind, startsAt, dueOn]);
}

const received = "2026-11-20T08:00:00.000Z";
const sent = "2026-11-19T08:00:00.000Z";
const delivered = "2026-11-09T10:00:00.000Z";
const reply = ["reply", received, "2026-11-24"];
const refund = ["withdrawal_refund", received, "2026-12-04"];
const window = ["withdrawal_period", delivered, "2026-11-23"];

describe("clocksForClaim", () => {
  test.each<{ because: string; change: Partial<ClaimOpening>; clocks: unknown[] }>([
    {
      because: "the double clock",
      change: { situation: "parcel_not_received" },
      clocks: [reply, ["proof_of_delivery", received, "2026-11-27"]],
    },
    { because: "an invoice", change: { situation: "invoice_request" }, clocks: [reply] },
    { because: "anything else", change: { situation: "other" }, clocks: [reply] },
    ...(["wrong_product", "damaged", "broken_down", "missing_item"] as const).map((situation) => ({
      because: `${situation}: remedy from the request, guarantee from the delivery`,
      change: { situation },
      clocks: [reply, ["conformity_remedy", received, "2026-12-20"], ["legal_guarantee", delivered, "2028-11-09"]],
    })),
    {
      because: "a lack of conformity, delivery unknown",
      change: { situation: "damaged", lastDeliveredAt: null },
      clocks: [reply, ["conformity_remedy", received, "2026-12-20"]],
    },
    {
      because: "a professional has no guarantee of conformity",
      change: { situation: "damaged", customerKind: "professional" },
      clocks: [reply],
    },
    {
      because: "withdrawal before dispatch",
      change: { ...phase("before_dispatch", "not_dispatched"), lastDeliveredAt: null },
      clocks: [reply, refund],
    },
    {
      because: "withdrawal in the period",
      change: phase("withdrawal_period", "within_period"),
      clocks: [reply, refund, ["goods_return", sent, "2026-12-03"], window],
    },
    {
      because: "withdrawal on the way",
      change: { ...phase("withdrawal_period", "not_delivered"), lastDeliveredAt: null },
      clocks: [reply, refund, ["goods_return", sent, "2026-12-03"]],
    },
    {
      because: "withdrawal after the period",
      change: phase("after_withdrawal_period", "period_over"),
      clocks: [reply, window],
    },
    {
      because: "not informed",
      change: { ...phase("withdrawal_period", "within_uninformed_period"), withdrawalInformed: "no" },
      clocks: [
        reply,
        refund,
        ["goods_return", sent, "2026-12-03"],
        window,
        ["withdrawal_period_uninformed", "2026-11-22T20:00:00.000Z", "2027-11-23"],
      ],
    },
    {
      because: "informed meanwhile",
      change: {
        ...phase("withdrawal_period", "within_period"),
        withdrawalInformed: "no",
        withdrawalInformedOn: isoDate("2026-12-01"),
      },
      clocks: [
        reply,
        refund,
        ["goods_return", sent, "2026-12-03"],
        window,
        ["withdrawal_period_uninformed", "2026-11-22T20:00:00.000Z", "2026-12-15"],
      ],
    },
    {
      because: "a professional has no withdrawal right",
      change: phase("after_withdrawal_period", "professional_buyer"),
      clocks: [reply],
    },
    {
      because: "nor has the buyer of an excepted good",
      change: phase("after_withdrawal_period", "excepted"),
      clocks: [reply],
    },
    { because: "a withdrawal not yet decided", change: { situation: "no_longer_wanted" }, clocks: [reply] },
  ])("$because", ({ change, clocks }) => {
    expect(opened(change)).toEqual(clocks);
  });

  test("the refund waits for the goods once they have left, never before", () => {
    const [, before] = clocksForClaim({ ...claim, ...phase("before_dispatch", "not_dispatched") }, context);
    const [, after] = clocksForClaim({ ...claim, ...phase("withdrawal_period", "within_period") }, context);
    expect(before?.suspendedBy).toBeUndefined();
    expect(after?.suspendedBy).toBe("goods_not_back");
  });

  test("the customer's window is met by the statement, or has expired", () => {
    const late = { statementSentAt: instant("2026-11-25T09:00:00+01:00") };
    const inTime = clocksForClaim({ ...claim, ...phase("withdrawal_period", "within_period") }, context).at(-1);
    const tooLate = clocksForClaim(
      { ...claim, ...phase("after_withdrawal_period", "period_over"), ...late },
      context,
    ).at(-1);
    const now = instant("2026-12-01T09:00:00Z");
    expect(inTime && clockState(inTime, now)).toBe("met");
    expect(tooLate && clockState(tooLate, now)).toBe("expired");
  });
});

describe("openClock", () => {
  const at = instant("2026-12-06T11:00:00+04:00");

  test("the marketplace's own rules keep its calendar and zone", () => {
    expect(openClock("reply", at, context)).toEqual({
      kind: "reply",
      ruleVersion: 1,
      whoseTurn: "seller",
      calendar: "FR",
      calendarVersion: 0,
      zone: "Europe/Paris",
      startsAt: "2026-12-06T07:00:00.000Z",
      startsOn: "2026-12-06",
      nominalOn: "2026-12-08",
      dueOn: "2026-12-08",
      dueBefore: "2026-12-08T23:00:00.000Z",
    });
  });

  test("the customer's periods take the territory's holidays with the mainland's, and its midnight", () => {
    expect(openClock("withdrawal_period", at, context)).toMatchObject({
      calendar: "RE+FR",
      zone: "Indian/Reunion",
      nominalOn: "2026-12-20",
      dueOn: "2026-12-21",
      dueBefore: "2026-12-21T20:00:00.000Z",
    });
  });

  test("the seller's legal periods do not roll", () => {
    expect(openClock("withdrawal_refund", at, context)).toMatchObject({ calendar: "RE", dueOn: "2026-12-20" });
  });

  test("the mainland is itself", () => {
    const mainland = { ...context, delivery: territoryOf("75001", "FR") };
    expect(openClock("withdrawal_period", at, mainland).calendar).toBe("FR");
  });

  test("an agreed day, an agreed length", () => {
    expect(openClock("delivery_due", at, context, { dueOn: isoDate("2026-12-24") })).toMatchObject({
      startsOn: "2026-12-06",
      dueOn: "2026-12-24",
      dueBefore: "2026-12-24T20:00:00.000Z",
    });
    expect(openClock("formal_notice", at, context, { length: 10 }).dueOn).toBe("2026-12-16");
  });

  test("a formal notice without its period is a bug", () => {
    expect(() => openClock("formal_notice", at, context)).toThrow(/formal_notice/);
  });

  test("a later text counts for later contracts", () => {
    expect(openClock("repair_extension", at, context).dueOn).toBe("2027-12-06");
    expect(openClock("repair_extension", at, { ...context, contractOn: isoDate("2026-07-30") }).dueOn).toBe(
      "2027-06-06",
    );
  });
});
