import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import {
  type ClockFacts,
  clockState,
  effectiveDue,
  isEnded,
  isMetLate,
  isOverdue,
  isUrgent,
} from "@/lib/deadlines/clock";

const before = instant("2026-11-24T22:59:59.999Z");
const bound = instant("2026-11-24T23:00:00Z");
const after = instant("2026-11-24T23:00:00.001Z");
const later = instant("2026-12-01T10:00:00Z");

const reply: ClockFacts = {
  kind: "reply",
  ruleVersion: 1,
  whoseTurn: "seller",
  calendar: "FR",
  zone: zoneId("Europe/Paris"),
  startsAt: instant("2026-11-20T10:00:00Z"),
  dueOn: isoDate("2026-11-24"),
  dueBefore: bound,
};

describe("clockState", () => {
  test.each([
    { because: "nothing happened, −1 ms", facts: {}, now: before, state: "running", overdue: false, late: false },
    { because: "nothing happened, exact", facts: {}, now: bound, state: "missed", overdue: true, late: false },
    { because: "nothing happened, +1 ms", facts: {}, now: after, state: "missed", overdue: true, late: false },
    {
      because: "stopped at −1 ms",
      facts: { stoppedAt: before },
      now: later,
      state: "met",
      overdue: false,
      late: false,
    },
    {
      because: "stopped at the bound",
      facts: { stoppedAt: bound },
      now: later,
      state: "missed",
      overdue: false,
      late: true,
    },
    {
      because: "stopped at +1 ms",
      facts: { stoppedAt: after },
      now: later,
      state: "missed",
      overdue: false,
      late: true,
    },
    {
      because: "a stop yet to come",
      facts: { stoppedAt: later },
      now: bound,
      state: "missed",
      overdue: true,
      late: false,
    },
    {
      because: "a stop at this very instant",
      facts: { stoppedAt: before },
      now: before,
      state: "met",
      overdue: false,
      late: false,
    },
    {
      because: "cancelled at −1 ms",
      facts: { cancelledAt: before },
      now: later,
      state: "cancelled",
      overdue: false,
      late: false,
    },
    {
      because: "cancelled at the bound",
      facts: { cancelledAt: bound },
      now: later,
      state: "missed",
      overdue: false,
      late: false,
    },
    {
      because: "met, then cancelled",
      facts: { stoppedAt: instant("2026-11-23T09:00:00Z"), cancelledAt: before },
      now: later,
      state: "met",
      overdue: false,
      late: false,
    },
    {
      because: "cancelled, then answered",
      facts: { stoppedAt: before, cancelledAt: instant("2026-11-23T09:00:00Z") },
      now: later,
      state: "cancelled",
      overdue: false,
      late: false,
    },
    {
      because: "both at once is met",
      facts: { stoppedAt: before, cancelledAt: before },
      now: later,
      state: "met",
      overdue: false,
      late: false,
    },
    {
      because: "stored nulls",
      facts: { stoppedAt: null, cancelledAt: null, suspendedBy: null, resumedAt: null },
      now: before,
      state: "running",
      overdue: false,
      late: false,
    },
  ])("$because", ({ facts, now, state, overdue, late }) => {
    const clock = { ...reply, ...facts };
    expect(clockState(clock, now)).toBe(state);
    expect(isOverdue(clock, now)).toBe(overdue);
    expect(isMetLate(clock, now)).toBe(late);
  });

  test.each([
    { because: "open", facts: {}, now: before, state: "running" },
    { because: "over", facts: {}, now: bound, state: "expired" },
    { because: "used in time", facts: { stoppedAt: before }, now: later, state: "met" },
    { because: "used too late", facts: { stoppedAt: bound }, now: later, state: "expired" },
  ])("a customer's window: $because", ({ facts, now, state }) => {
    const clock: ClockFacts = { ...reply, kind: "withdrawal_period", whoseTurn: "customer", ...facts };
    expect(clockState(clock, now)).toBe(state);
    expect(isOverdue(clock, now)).toBe(false);
    expect(isUrgent(clock, now)).toBe(false);
    expect(isMetLate(clock, now)).toBe(false);
  });
});

describe("isEnded", () => {
  const window = { whoseTurn: "customer" } as const;
  test.each([
    { because: "nothing happened, long after", facts: {}, now: later, ended: false },
    { because: "answered", facts: { stoppedAt: before }, now: before, ended: true },
    { because: "answered late", facts: { stoppedAt: after }, now: later, ended: true },
    { because: "cancelled", facts: { cancelledAt: before }, now: later, ended: true },
    { because: "the customer's, −1 ms", facts: window, now: before, ended: false },
    { because: "the customer's, exact", facts: window, now: bound, ended: true },
  ])("$because", ({ facts, now, ended }) => {
    expect(isEnded({ ...reply, ...facts }, now)).toBe(ended);
  });
});

describe("isUrgent", () => {
  test.each([
    { because: "running", facts: {}, now: before, urgent: true },
    { because: "overdue", facts: {}, now: bound, urgent: true },
    { because: "answered late", facts: { stoppedAt: bound }, now: later, urgent: false },
    { because: "met", facts: { stoppedAt: before }, now: later, urgent: false },
    { because: "suspended", facts: { suspendedBy: "goods_not_back" }, now: later, urgent: false },
  ] as const)("$because", ({ facts, now, urgent }) => {
    expect(isUrgent({ ...reply, ...facts }, now)).toBe(urgent);
  });
});

describe("a refund the law holds back until the goods are back (L221-24)", () => {
  const refund: ClockFacts = { ...reply, kind: "withdrawal_refund", suspendedBy: "goods_not_back" };
  const backEarly = instant("2026-11-24T22:59:59.999Z");
  const backOnTheBound = instant("2026-11-24T23:00:00Z");
  const backLater = instant("2026-11-27T10:00:00Z");

  test.each([
    { because: "not back, before the day", facts: {}, now: before, state: "running" },
    { because: "not back, the day is over", facts: {}, now: bound, state: "suspended" },
    { because: "not back, refunded all the same", facts: { stoppedAt: later }, now: later, state: "met" },
    { because: "not back, cancelled", facts: { cancelledAt: later }, now: later, state: "cancelled" },
    { because: "back before the day ends", facts: { resumedAt: backEarly }, now: bound, state: "missed" },
    {
      because: "back after, the same day",
      facts: { resumedAt: backLater },
      now: instant("2026-11-27T22:59:59.999Z"),
      state: "running",
    },
    {
      because: "back after, that day is over",
      facts: { resumedAt: backLater },
      now: instant("2026-11-27T23:00:00Z"),
      state: "missed",
    },
    {
      because: "back after, refunded that day",
      facts: { resumedAt: backLater, stoppedAt: instant("2026-11-27T22:00:00Z") },
      now: later,
      state: "met",
    },
    {
      because: "back after, refunded next day",
      facts: { resumedAt: backLater, stoppedAt: instant("2026-11-28T09:00:00Z") },
      now: later,
      state: "missed",
    },
    {
      because: "a return yet to come",
      facts: { resumedAt: backLater },
      now: instant("2026-11-26T10:00:00Z"),
      state: "suspended",
    },
  ])("$because", ({ facts, now, state }) => {
    expect(clockState({ ...refund, ...facts }, now)).toBe(state);
  });

  test.each([
    { because: "never held back", facts: { suspendedBy: null }, due: { dueOn: "2026-11-24", dueBefore: bound } },
    { because: "held back", facts: {}, due: undefined },
    {
      because: "back days before",
      facts: { resumedAt: instant("2026-11-22T10:00:00Z") },
      due: { dueOn: "2026-11-24", dueBefore: bound },
    },
    { because: "back in time", facts: { resumedAt: backEarly }, due: { dueOn: "2026-11-24", dueBefore: bound } },
    {
      because: "back at the bound: the day it came",
      facts: { resumedAt: backOnTheBound },
      due: { dueOn: "2026-11-25", dueBefore: "2026-11-25T23:00:00.000Z" },
    },
  ])("the day that counts: $because", ({ facts, due }) => {
    expect(effectiveDue({ ...refund, ...facts })).toEqual(due);
  });
});
