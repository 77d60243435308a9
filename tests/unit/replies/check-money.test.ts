import { describe, expect, test } from "vitest";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { replyContext } from "@/tests/unit/replies/reply-context";

describe("money and days", () => {
  const { input, context } = COMPLETE.refund;
  test.each([
    { because: "all that was paid", change: { amountCents: 9_500 }, expected: [] },
    { because: "a cent more", change: { amountCents: 9_501 }, expected: ["amount_above_order"] },
    { because: "nothing", change: { amountCents: 0 }, expected: ["amount_zero"] },
    { because: "yesterday", change: { refundOn: "2026-11-22" }, expected: ["date_in_past"] },
    { because: "today", change: { refundOn: "2026-11-23" }, expected: [] },
  ])("$because", ({ change, expected }) => {
    expect(missingCodes({ ...input, ...change }, context)).toEqual(expected);
  });

  test("what was already refunded counts", () => {
    expect(missingCodes(input, replyContext({ order: { refundedCents: 4_500 } }))).toEqual(["amount_above_order"]);
  });

  test("nothing charged needs neither amount nor day", () => {
    const cancelled = COMPLETE.confirm_cancellation.context;
    expect(missingCodes({ solution: "confirm_cancellation", nothingCharged: true }, cancelled)).toEqual([]);
    expect(missingCodes({ solution: "confirm_cancellation", nothingCharged: false }, cancelled)).toEqual([
      "cancellation_refund_missing",
    ]);
    expect(missingCodes({ solution: "confirm_cancellation", amountCents: 9_500 }, cancelled)).toEqual([
      "refund_on_missing",
    ]);
  });

  test("an inquiry is open already and is answered later", () => {
    const inquiry = { solution: "carrier_inquiry", openedOn: "2026-11-24", answerOn: "2026-11-22" } as const;
    expect(missingCodes(inquiry, replyContext({}))).toEqual(["inquiry_opened_in_future", "date_in_past"]);
  });
});
