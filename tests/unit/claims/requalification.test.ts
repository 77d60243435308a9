import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { SITUATIONS } from "@/lib/claims/claim";
import {
  type KnownClock,
  requalifyClocks,
  stateAfterRequalification,
  takesConsent,
} from "@/lib/claims/requalification";
import type { DeadlineKind } from "@/lib/deadlines/rule";

const NOW = instant("2026-11-20T10:00:00Z");
const NO_PROMISE = { promised: [], now: NOW };

function clock(kind: DeadlineKind, facts: Partial<KnownClock> = {}): KnownClock {
  return {
    id: kind,
    kind,
    ruleVersion: 1,
    whoseTurn: "seller",
    calendar: "FR",
    zone: zoneId("Europe/Paris"),
    startsAt: instant("2026-11-16T09:00:00Z"),
    dueOn: isoDate("2026-11-23"),
    dueBefore: instant("2026-11-23T23:00:00Z"),
    cancellationReason: null,
    ...facts,
  };
}

const kindsOf = (clocks: readonly { readonly kind: DeadlineKind }[]) => clocks.map(({ kind }) => kind);
const OVER = { dueOn: isoDate("2026-11-18"), dueBefore: instant("2026-11-18T23:00:00Z") };
const BEFORE_ITS_BOUND = instant("2026-11-17T09:00:00Z");

describe("takesConsent", () => {
  test.each(SITUATIONS)("naming what had no name takes none: %s", (to) => {
    expect(takesConsent("other", to)).toBe(false);
  });
  test("a withdrawal, and whatever the seller would no longer pay, take it", () => {
    const asked = SITUATIONS.flatMap((from) =>
      SITUATIONS.filter((to) => to !== from && takesConsent(from, to)).map((to) => `${from} → ${to}`),
    );
    const borne = ["parcel_not_received", "wrong_product", "damaged", "broken_down", "missing_item"];
    const lost = ["no_longer_wanted", "invoice_request", "other"];
    const expected = borne.flatMap((from) => lost.map((to) => `${from} → ${to}`));
    expect(new Set(asked)).toEqual(new Set([...expected, "invoice_request → no_longer_wanted"]));
  });
});

describe("requalifyClocks", () => {
  const opened = [clock("reply"), clock("conformity_remedy")];

  test("cancels what runs and starts what the new situation has", () => {
    const known = [clock("reply"), clock("proof_of_delivery")];
    const { cancel, start, needsAnswer } = requalifyClocks(known, opened, NO_PROMISE);
    expect(cancel).toEqual(known);
    expect(kindsOf(start)).toEqual(["reply", "conformity_remedy"]);
    expect(needsAnswer).toBe(false);
  });

  test("touches no clock that has ended, nor counts its kind again", () => {
    const known = [
      clock("reply", { stoppedAt: BEFORE_ITS_BOUND }),
      clock("conformity_remedy", { cancelledAt: BEFORE_ITS_BOUND, cancellationReason: "received_by_customer" }),
    ];
    expect(requalifyClocks(known, opened, NO_PROMISE)).toEqual({ cancel: [], start: [], needsAnswer: true });
  });

  test("may start again what an earlier change cancelled in time, but not what was late then", () => {
    const requalified = { cancelledAt: BEFORE_ITS_BOUND, cancellationReason: "requalified" };
    const inTime = [clock("reply", requalified)];
    const late = [clock("reply", { ...OVER, cancelledAt: NOW, cancellationReason: "requalified" })];
    expect(kindsOf(requalifyClocks(inTime, opened, NO_PROMISE).start)).toEqual(["reply", "conformity_remedy"]);
    expect(kindsOf(requalifyClocks(late, opened, NO_PROMISE).start)).toEqual(["conformity_remedy"]);
  });

  test("leaves a late clock of both situations, and cancels a late one of the old alone", () => {
    const known = [clock("reply", OVER), clock("proof_of_delivery", OVER)];
    const { cancel, start } = requalifyClocks(known, opened, NO_PROMISE);
    expect(kindsOf(cancel)).toEqual(["proof_of_delivery"]);
    expect(kindsOf(start)).toEqual(["conformity_remedy"]);
  });

  test("leaves what a promise leans on, and what started from a fact of its own", () => {
    const known = [clock("conformity_remedy"), clock("next_reply"), clock("delivery_refund")];
    const { cancel, start } = requalifyClocks(known, opened, { promised: ["conformity_remedy"], now: NOW });
    expect(cancel).toEqual([]);
    expect(kindsOf(start)).toEqual(["reply"]);
  });
});

test("it is the seller's turn, unless the operator has the claim or nobody knows what it is about", () => {
  expect(stateAfterRequalification("awaiting_customer", "damaged")).toBe("awaiting_seller");
  expect(stateAfterRequalification("escalated", "damaged")).toBe("escalated");
  expect(stateAfterRequalification("awaiting_seller", "other")).toBe("to_triage");
});
