import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { endOfDay, zoneId } from "@/lib/calendar/zone";
import type { ClockFacts } from "@/lib/deadlines/clock";
import { lateRefund } from "@/lib/replies/late-refund";

const PARIS = zoneId("Europe/Paris");
const SUMS = { promisedCents: null, orderCents: 10_470, priceCents: 9_980 };
const NOW = instant("2026-11-23T10:00:00Z");

function clock(facts: Partial<ClockFacts>): ClockFacts {
  const dueOn = isoDate("2026-11-12");
  return {
    kind: "withdrawal_refund",
    ruleVersion: 1,
    whoseTurn: "seller",
    calendar: "FR",
    zone: PARIS,
    startsAt: instant("2026-10-29T10:00:00Z"),
    dueOn,
    dueBefore: endOfDay(dueOn, PARIS),
    ...facts,
  };
}

describe("lateRefund", () => {
  test("eleven days late, a withdrawal's refund adds 5 % of the order", () => {
    expect(lateRefund(clock({}), SUMS, NOW)).toMatchObject({
      basis: "order",
      daysLate: 11,
      basisCents: 10_470,
      amountCents: 524,
      origin: "law:C. conso. L242-4",
    });
  });

  test("the sum promised is the basis, and the day of the refund ends the lateness", () => {
    const late = lateRefund(
      clock({ kind: "delivery_refund", stoppedAt: instant("2026-11-13T10:00:00Z") }),
      { ...SUMS, promisedCents: 5_000 },
      NOW,
    );
    expect(late).toMatchObject({ basis: "promise", daysLate: 1, basisCents: 5_000, amountCents: 500 });
  });

  test("a rate that is not known leaves the bracket without an amount", () => {
    const dueOn = isoDate("2026-11-20");
    const late = lateRefund(clock({ dueOn, dueBefore: endOfDay(dueOn, PARIS) }), SUMS, NOW);
    expect(late).toMatchObject({ daysLate: 3, amountCents: null, missing: "legal_rate" });
  });

  test.each<{ readonly because: string; readonly facts: Partial<ClockFacts> }>([
    { because: "in time", facts: { stoppedAt: instant("2026-11-12T10:00:00Z") } },
    { because: "cancelled", facts: { cancelledAt: instant("2026-11-20T10:00:00Z") } },
    { because: "held back by the law", facts: { suspendedBy: "goods_not_back" } },
    { because: "of a clock the law adds nothing to", facts: { kind: "conformity_refund" } },
    { because: "a return cost nobody told", facts: { kind: "return_cost_refund" } },
  ])("nothing: $because", ({ facts }) => {
    expect(lateRefund(clock(facts), SUMS, NOW)).toBeNull();
  });
});
