import { describe, expect, test } from "vitest";
import { withdrawalCalendar } from "@/lib/calendar/calendars";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { isDeliveredBeforeDispatch, type WithdrawalFacts, withdrawalPhase } from "@/lib/claims/withdrawal-phase";

const shippedAt = instant("2026-11-05T16:00:00+01:00");
/** Monday: the period ends on Monday 23 November at midnight in Paris. */
const deliveredAt = instant("2026-11-09T11:00:00+01:00");
const delivered = [{ shippedAt, deliveredAt }];

const order: WithdrawalFacts = {
  statementSentAt: instant("2026-11-20T10:00:00+01:00"),
  customerKind: "consumer",
  contractOn: isoDate("2026-11-03"),
  parcels: delivered,
  lines: [{ exclusion: null }],
  withdrawalInformed: "yes",
  withdrawalInformedOn: null,
  calendar: withdrawalCalendar("FR"),
  zone: zoneId("Europe/Paris"),
};

const tooLate = instant("2026-11-24T00:00:00+01:00");
const alcohol = { number: 7, informedOn: isoDate("2026-11-03") };

describe("withdrawalPhase", () => {
  test.each<{ because: string; facts: Partial<WithdrawalFacts>; phase: string; reason: string; lastDay?: string }>([
    {
      because: "a professional, even before dispatch",
      facts: { customerKind: "professional", parcels: [] },
      phase: "after_withdrawal_period",
      reason: "professional_buyer",
    },
    { because: "nothing dispatched", facts: { parcels: [] }, phase: "before_dispatch", reason: "not_dispatched" },
    {
      because: "a parcel ready, not left",
      facts: { parcels: [{ shippedAt: null, deliveredAt: null }] },
      phase: "before_dispatch",
      reason: "not_dispatched",
    },
    {
      because: "sent 1 ms before dispatch",
      facts: { statementSentAt: instant("2026-11-05T15:59:59.999+01:00") },
      phase: "before_dispatch",
      reason: "not_dispatched",
    },
    {
      because: "sent at the instant of dispatch",
      facts: { statementSentAt: shippedAt },
      phase: "withdrawal_period",
      reason: "not_delivered",
    },
    {
      because: "an excepted sale before dispatch",
      facts: { parcels: [], lines: [{ exclusion: alcohol }] },
      phase: "before_dispatch",
      reason: "not_dispatched",
    },
    {
      because: "an excepted sale",
      facts: { lines: [{ exclusion: alcohol }] },
      phase: "after_withdrawal_period",
      reason: "excepted",
    },
    {
      because: "an exception told the day after the contract",
      facts: { lines: [{ exclusion: { number: 7, informedOn: isoDate("2026-11-04") } }] },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "an exception never told",
      facts: { lines: [{ exclusion: { number: 7, informedOn: null } }] },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "one line excepted of two",
      facts: { lines: [{ exclusion: alcohol }, { exclusion: null }] },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "no line named",
      facts: { lines: [] },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "dispatched, delivery unknown",
      facts: { parcels: [{ shippedAt, deliveredAt: null }] },
      phase: "withdrawal_period",
      reason: "not_delivered",
    },
    {
      because: "delivered, dispatch unknown",
      facts: { parcels: [{ shippedAt: null, deliveredAt }] },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "delivered after the statement",
      facts: { statementSentAt: instant("2026-11-08T10:00:00+01:00") },
      phase: "withdrawal_period",
      reason: "not_delivered",
    },
    {
      because: "one parcel of two still on its way",
      facts: { parcels: [...delivered, { shippedAt, deliveredAt: null }], statementSentAt: tooLate },
      phase: "withdrawal_period",
      reason: "not_delivered",
    },
    {
      because: "last millisecond of the last day",
      facts: { statementSentAt: instant("2026-11-23T23:59:59.999+01:00") },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-23",
    },
    {
      because: "first instant after it",
      facts: { statementSentAt: tooLate },
      phase: "after_withdrawal_period",
      reason: "period_over",
      lastDay: "2026-11-23",
    },
    {
      because: "the last of two parcels counts",
      facts: {
        statementSentAt: tooLate,
        parcels: [{ shippedAt, deliveredAt: instant("2026-11-16T11:00:00+01:00") }, ...delivered],
      },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-30",
    },
    {
      because: "whatever their order",
      facts: {
        statementSentAt: tooLate,
        parcels: [...delivered, { shippedAt, deliveredAt: instant("2026-11-16T11:00:00+01:00") }],
      },
      phase: "withdrawal_period",
      reason: "within_period",
      lastDay: "2026-11-30",
    },
    {
      because: "information unknown",
      facts: { statementSentAt: tooLate, withdrawalInformed: "unknown" },
      phase: "after_withdrawal_period",
      reason: "information_unproven",
      lastDay: "2026-11-23",
    },
    {
      because: "not informed",
      facts: { statementSentAt: tooLate, withdrawalInformed: "no" },
      phase: "withdrawal_period",
      reason: "within_uninformed_period",
      lastDay: "2027-11-23",
    },
    {
      because: "not informed, its last day",
      facts: { statementSentAt: instant("2027-11-23T23:59:59+01:00"), withdrawalInformed: "no" },
      phase: "withdrawal_period",
      reason: "within_uninformed_period",
      lastDay: "2027-11-23",
    },
    {
      because: "not informed, over",
      facts: { statementSentAt: instant("2027-11-24T00:00:00+01:00"), withdrawalInformed: "no" },
      phase: "after_withdrawal_period",
      reason: "uninformed_period_over",
      lastDay: "2027-11-23",
    },
    {
      because: "informed meanwhile",
      facts: {
        statementSentAt: instant("2026-12-16T10:00:00+01:00"),
        withdrawalInformed: "no",
        withdrawalInformedOn: isoDate("2026-12-01"),
      },
      phase: "after_withdrawal_period",
      reason: "uninformed_period_over",
      lastDay: "2026-12-15",
    },
  ])("$because: $reason", ({ facts, phase, reason, lastDay = null }) => {
    const outcome = withdrawalPhase({ ...order, ...facts });
    const exclusionNumber = reason === "excepted" ? 7 : null;
    expect(outcome).toEqual({ ok: true, value: { phase, reason, lastDay, exclusionNumber } });
  });

  test("the day is the delivery address's", () => {
    const sentAt = instant("2026-11-23T21:00:00Z");
    const reunion = {
      ...order,
      statementSentAt: sentAt,
      calendar: withdrawalCalendar("RE"),
      zone: zoneId("Indian/Reunion"),
    };
    expect(withdrawalPhase({ ...order, statementSentAt: sentAt })).toMatchObject({
      value: { reason: "within_period" },
    });
    expect(withdrawalPhase(reunion)).toMatchObject({ value: { reason: "period_over" } });
  });

  test("a delivery before the dispatch is refused, and the field named", () => {
    const parcels = [{ shippedAt, deliveredAt: instant("2026-11-04T11:00:00+01:00") }];
    expect(withdrawalPhase({ ...order, parcels })).toEqual({
      ok: false,
      reason: "delivery_before_dispatch",
      fields: { deliveredAt: ["delivery_before_dispatch"] },
    });
  });
});

describe("isDeliveredBeforeDispatch", () => {
  test.each([
    {
      because: "the same day, an earlier hour: a day without its hour",
      deliveredAt: "2026-11-05T00:00:00+01:00",
      expected: false,
    },
    { because: "the day before", deliveredAt: "2026-11-04T23:59:59+01:00", expected: true },
  ])("$because", ({ deliveredAt: at, expected }) => {
    expect(isDeliveredBeforeDispatch({ shippedAt, deliveredAt: instant(at) }, order.zone)).toBe(expected);
  });

  test("what is unknown is not before", () => {
    expect(isDeliveredBeforeDispatch({ shippedAt: null, deliveredAt }, order.zone)).toBe(false);
    expect(isDeliveredBeforeDispatch({ shippedAt, deliveredAt: null }, order.zone)).toBe(false);
  });
});
