import { describe, expect, test } from "vitest";
import { answerTimesOf, type CountedRow, claimsPerOrder, onTimeBy, onTimeOf, sharesOf } from "@/lib/compliance/counted";

const row = (facts: Partial<CountedRow> & Pick<CountedRow, "measure" | "count">): CountedRow => ({
  situation: "damaged",
  detail: "",
  week: "2026-11-02",
  isOver: false,
  ...facts,
});

describe("onTimeOf", () => {
  test("counts late and given up as missed, overdue inside missed, running and cancelled nowhere", () => {
    const rows = [
      row({ measure: "clock_met", count: 7 }),
      row({ measure: "clock_late", count: 1 }),
      row({ measure: "clock_ended", count: 2 }),
      row({ measure: "clock_open", count: 3, isOver: true }),
      row({ measure: "clock_open", count: 40 }),
      row({ measure: "clock_cancelled", count: 5 }),
    ];
    expect(onTimeOf(rows)).toEqual({ due: 13, met: 7, missed: 6, overdue: 3 });
  });

  test("of nothing is nothing", () => {
    expect(onTimeOf([])).toEqual({ due: 0, met: 0, missed: 0, overdue: 0 });
  });
});

test("onTimeBy leaves out weeks in which nothing fell due, and keeps their order", () => {
  const rows = [
    row({ measure: "clock_met", count: 1, week: "2026-11-09" }),
    row({ measure: "clock_late", count: 1, week: "2026-11-02" }),
    row({ measure: "clock_open", count: 1, week: "2026-11-16" }),
  ];
  expect([...onTimeBy(rows, ({ week }) => week).keys()]).toEqual(["2026-11-02", "2026-11-09"]);
});

test("a promise is due once its day is over, and a gesture counts once the customer answered", () => {
  const shares = sharesOf([
    row({ measure: "promise_kept", count: 3 }),
    row({ measure: "promise_late", count: 1 }),
    row({ measure: "promise_open", count: 1, isOver: true }),
    row({ measure: "promise_open", count: 9 }),
    row({ measure: "solution_answered", detail: "goodwill_gesture:refused", count: 1 }),
    row({ measure: "solution_answered", detail: "goodwill_gesture:accepted", count: 3 }),
    row({ measure: "solution_answered", detail: "refund:refused", count: 8 }),
  ]);
  expect(shares.promises_kept).toEqual({ part: 3, whole: 5 });
  expect(shares.gestures_refused).toEqual({ part: 1, whole: 4 });
  expect(shares.refusals_overturned).toEqual({ part: 0, whole: 0 });
});

describe("answerTimesOf", () => {
  test("tells the end of the quarter of an hour in which the share is reached", () => {
    const rows = [
      row({ measure: "answer_time", detail: "0", count: 5 }),
      row({ measure: "answer_time", detail: "3", count: 4 }),
      row({ measure: "answer_time", detail: "40", count: 1 }),
    ];
    expect(answerTimesOf(rows)).toEqual({ sample: 10, p50: 15, p90: 60, p95: 615 });
  });

  test("has nothing to say without an answer", () => {
    expect(answerTimesOf([])).toBeUndefined();
  });
});

test("claims are held against the orders of their carrier", () => {
  const found = claimsPerOrder([
    row({ measure: "order_dispatched", situation: "", detail: "colissimo", count: 200 }),
    row({ measure: "order_dispatched", situation: "", detail: "dpd", count: 50 }),
    row({ measure: "claim_received", detail: "api", count: 5 }),
    row({ measure: "claim_carrier", detail: "dpd", count: 4 }),
  ]);
  expect(found.orders).toBe(250);
  expect(found.bySituation.get("damaged")).toBe(5);
  expect(found.byCarrier.get("dpd")).toEqual({ part: 4, whole: 50 });
  expect(found.byCarrier.get("colissimo")).toEqual({ part: 0, whole: 200 });
});
