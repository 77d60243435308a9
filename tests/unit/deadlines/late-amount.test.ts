import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { type LateInput, lateAmount } from "@/lib/deadlines/late-amount";
import { legalInterestCents } from "@/lib/deadlines/legal-interest";

const refund: LateInput = {
  kind: "withdrawal_refund",
  dueOn: isoDate("2026-11-30"),
  asOf: isoDate("2026-12-01"),
  basisCents: 10_490,
  priceCents: 10_000,
  basisEventAt: instant("2026-11-16T20:00:00Z"),
};

describe("late refund after a withdrawal (L242-4)", () => {
  test.each([
    { asOf: "2026-12-11", days: 11, from: 11, to: 20, rate: 500, cents: 525 },
    { asOf: "2026-12-20", days: 20, from: 11, to: 20, rate: 500, cents: 525 },
    { asOf: "2026-12-21", days: 21, from: 21, to: 30, rate: 1000, cents: 1049 },
    { asOf: "2026-12-30", days: 30, from: 21, to: 30, rate: 1000, cents: 1049 },
    { asOf: "2026-12-31", days: 31, from: 31, to: 60, rate: 2000, cents: 2098 },
    { asOf: "2027-01-29", days: 60, from: 31, to: 60, rate: 2000, cents: 2098 },
    { asOf: "2027-01-30", days: 61, from: 61, to: 90, rate: 5000, cents: 5245 },
    { asOf: "2027-02-28", days: 90, from: 61, to: 90, rate: 5000, cents: 5245 },
  ])("$days days late", ({ asOf, days, from, to, rate, cents }) => {
    expect(lateAmount({ ...refund, asOf: isoDate(asOf) })).toEqual({
      daysLate: days,
      bracket: { fromDay: from, toDay: to, rate },
      basisCents: 10_490,
      amountCents: cents,
      missing: null,
      origin: "law:C. conso. L242-4",
      reading: "settled",
    });
  });

  test.each([
    { because: "first month begun", asOf: "2027-03-01", from: 91, to: 118, rate: 5500, cents: 5770 },
    { because: "last day of it", asOf: "2027-03-28", from: 91, to: 118, rate: 5500, cents: 5770 },
    { because: "second month begun", asOf: "2027-03-29", from: 119, to: 149, rate: 6000, cents: 6294 },
    { because: "ninth month", asOf: "2027-11-28", from: 333, to: 363, rate: 9500, cents: 9966 },
    {
      because: "tenth month: no more than the price",
      asOf: "2027-11-29",
      from: 364,
      to: 393,
      rate: 10_000,
      cents: 10_000,
    },
  ])("$because", ({ asOf, from, to, rate, cents }) => {
    expect(lateAmount({ ...refund, asOf: isoDate(asOf) })).toMatchObject({
      bracket: { fromDay: from, toDay: to, rate },
      amountCents: cents,
      reading: "to_confirm",
    });
  });

  test("then legal interest on top of the price, from the day after", () => {
    const rates = [{ from: isoDate("2027-07-01"), to: isoDate("2028-06-30"), rateBps: 365 }];
    const late = lateAmount({ ...refund, asOf: isoDate("2028-01-07"), rates });
    expect(late).toMatchObject({
      daysLate: 403,
      bracket: { fromDay: 394, toDay: null, rate: "legal_interest" },
      amountCents: 10_010,
      reading: "to_confirm",
    });
    expect(lateAmount({ ...refund, asOf: isoDate("2028-01-07") })).toMatchObject({
      amountCents: null,
      missing: "legal_rate",
    });
  });

  test("a price the fifty percent already exceed is not cut, and interest follows", () => {
    const cheap = { ...refund, priceCents: 1000 };
    expect(lateAmount({ ...cheap, asOf: isoDate("2027-02-28") })?.amountCents).toBe(5245);
    const rates = [{ from: isoDate("2027-01-01"), to: isoDate("2027-06-30"), rateBps: 365 }];
    expect(lateAmount({ ...cheap, asOf: isoDate("2027-03-10"), rates })).toMatchObject({
      bracket: { fromDay: 91, toDay: null, rate: "legal_interest" },
      amountCents: 5255,
    });
  });

  test.each([
    { because: "on time", asOf: "2026-11-29" },
    { because: "on the day itself", asOf: "2026-11-30" },
  ])("$because: nothing", ({ asOf }) => {
    expect(lateAmount({ ...refund, asOf: isoDate(asOf) })).toBeNull();
  });

  test("up to ten days: legal interest, and no amount while its rate is not published", () => {
    expect(lateAmount(refund)).toMatchObject({
      daysLate: 1,
      bracket: { fromDay: 1, toDay: 10, rate: "legal_interest" },
      amountCents: null,
      missing: "legal_rate",
    });
    const known = { ...refund, dueOn: isoDate("2026-03-31"), basisCents: 365_000, priceCents: 365_000 };
    expect(lateAmount({ ...known, asOf: isoDate("2026-04-10") })).toMatchObject({ daysLate: 10, amountCents: 667 });
    expect(lateAmount({ ...known, asOf: isoDate("2026-04-11") })).toMatchObject({ daysLate: 11, amountCents: 18_250 });
  });

  test("no amount before the event that makes the sums due is in the journal", () => {
    expect(lateAmount({ ...refund, asOf: isoDate("2026-12-25"), basisEventAt: null })).toMatchObject({
      bracket: { rate: 1000 },
      amountCents: null,
      missing: "basis_event",
    });
  });

  test("nothing due, nothing added", () => {
    const nothing = { ...refund, basisCents: 0, priceCents: 0 };
    expect(lateAmount({ ...nothing, asOf: isoDate("2026-12-25") })).toBeNull();
    expect(lateAmount({ ...nothing, asOf: isoDate("2027-12-25") })).toBeNull();
  });

  test.each([{ basisCents: 10.5 }, { basisCents: -1 }, { priceCents: Number.NaN }])("refuses %j", (change) => {
    expect(() => lateAmount({ ...refund, ...change })).toThrow(/cents/);
  });
});

describe.each([
  { kind: "delivery_refund", origin: "law:C. conso. L241-4", reading: "settled" },
  { kind: "return_cost_refund", origin: "law:C. conso. L241-6", reading: "to_confirm" },
] as const)("$kind: 10, 20, 50 %", ({ kind, origin, reading }) => {
  test.each([
    { asOf: "2026-12-01", days: 1, from: 1, to: 14, rate: 1000, cents: 1049 },
    { asOf: "2026-12-14", days: 14, from: 1, to: 14, rate: 1000, cents: 1049 },
    { asOf: "2026-12-15", days: 15, from: 15, to: 30, rate: 2000, cents: 2098 },
    { asOf: "2026-12-30", days: 30, from: 15, to: 30, rate: 2000, cents: 2098 },
    { asOf: "2026-12-31", days: 31, from: 31, to: null, rate: 5000, cents: 5245 },
    { asOf: "2028-12-31", days: 762, from: 31, to: null, rate: 5000, cents: 5245 },
  ])("$days days late", ({ asOf, days, from, to, rate, cents }) => {
    expect(lateAmount({ ...refund, kind, asOf: isoDate(asOf) })).toMatchObject({
      daysLate: days,
      bracket: { fromDay: from, toDay: to, rate },
      amountCents: cents,
      origin,
      reading,
    });
  });
});

describe("legalInterestCents", () => {
  test.each([
    { because: "a day", cents: 365_000, from: "2026-03-01", to: "2026-03-01", interest: 67 },
    { because: "a half-year, 181 days", cents: 365_000, from: "2025-01-01", to: "2025-06-30", interest: 13_050 },
    { because: "across two rates", cents: 3_650_000, from: "2025-12-31", to: "2026-01-01", interest: 1332 },
    { because: "across three", cents: 3_650_000, from: "2025-06-30", to: "2026-01-01", interest: 123_748 },
    { because: "nothing", cents: 0, from: "2026-03-01", to: "2026-03-10", interest: 0 },
    { because: "before the first rate", cents: 100, from: "2024-06-30", to: "2024-07-01", interest: null },
    { because: "after the last", cents: 100, from: "2026-06-30", to: "2026-07-01", interest: null },
    { because: "last day known", cents: 365_000, from: "2026-06-30", to: "2026-06-30", interest: 67 },
    { because: "no day at all", cents: 365_000, from: "2026-03-02", to: "2026-03-01", interest: 0 },
  ])("$because", ({ cents, from, to, interest }) => {
    expect(legalInterestCents(cents, isoDate(from), isoDate(to))).toBe(interest);
  });
});
