import { expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { closesBySilence, type QuietClaim } from "@/lib/claims/silence";

const PARIS = zoneId("Europe/Paris");
const RULE = { days: 30, zone: PARIS };
const ANSWERED = instant("2026-10-01T10:00:00Z");
/** The thirtieth day, 31 October, ends after the change of hour. */
const BOUND = instant("2026-10-31T23:00:00Z");

const reply = {
  kind: "reply",
  ruleVersion: 1,
  whoseTurn: "seller",
  calendar: "FR",
  zone: PARIS,
  startsAt: instant("2026-10-01T08:00:00Z"),
  dueOn: isoDate("2026-10-05"),
  dueBefore: instant("2026-10-05T22:00:00Z"),
} as const;

const QUIET: QuietClaim = {
  state: "awaiting_customer",
  clocks: [{ ...reply, stoppedAt: ANSWERED }],
  commitments: [{ status: "done" }],
  lastNewsAt: ANSWERED,
  lastWrittenAt: instant("2026-10-01T08:00:00Z"),
  lastAnsweredAt: ANSWERED,
};

test("closes at the midnight that ends the last day, not before", () => {
  expect(closesBySilence(QUIET, RULE, instant("2026-10-31T22:59:59.999Z"))).toBe(false);
  expect(closesBySilence(QUIET, RULE, BOUND)).toBe(true);
});

test.each<[string, Partial<QuietClaim>]>([
  ["it was not answered", { lastAnsweredAt: null }],
  ["it waits for the seller", { state: "awaiting_seller" }],
  ["the operator has it", { state: "escalated" }],
  ["nobody knows what it is about", { state: "to_triage" }],
  ["it is closed already", { state: "closed" }],
  ["a clock of the seller runs", { clocks: [reply] }],
  ["a clock of the seller is suspended", { clocks: [{ ...reply, suspendedBy: "goods_not_back" }] }],
  ["a promise is open", { commitments: [{ status: "open" }] }],
  ["the customer wrote since", { lastWrittenAt: instant("2026-10-02T08:00:00Z") }],
  ["there was news since", { lastNewsAt: instant("2026-10-02T08:00:00Z") }],
])("stays open when %s", (_because, facts) => {
  expect(closesBySilence({ ...QUIET, ...facts }, RULE, BOUND)).toBe(false);
});

test("a window of the customer's own keeps nothing open", () => {
  const clocks = [...QUIET.clocks, { ...reply, whoseTurn: "customer" } as const];
  expect(closesBySilence({ ...QUIET, clocks, commitments: [{ status: "proposed" }] }, RULE, BOUND)).toBe(true);
});
