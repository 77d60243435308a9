import { describe, expect, test } from "vitest";
import { replyInput } from "@/lib/replies/schema";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { replyContext } from "@/tests/unit/replies/reply-context";

describe("the choice of the consumer", () => {
  const { input } = COMPLETE.replacement;
  const reason = "Pièce introuvable.";
  test.each([
    { because: "two remedies are a choice", change: { alsoOffered: ["repair"] }, wish: null, expected: [] },
    { because: "one is none", change: { alsoOffered: [] }, wish: null, expected: ["second_remedy_missing"] },
    {
      because: "one with a reason for each other",
      change: {
        alsoOffered: [],
        withheld: [
          { remedy: "repair", reason },
          { remedy: "refund", reason },
        ],
      },
      wish: null,
      expected: [],
    },
    {
      because: "one with a reason for one other only",
      change: { alsoOffered: [], withheld: [{ remedy: "repair", reason }] },
      wish: null,
      expected: ["second_remedy_missing"],
    },
    {
      because: "a reason is a sentence",
      change: { withheld: [{ remedy: "refund", reason: "" }] },
      wish: null,
      expected: ["withheld_reason_missing"],
    },
    {
      because: "the wish is not passed over",
      change: { alsoOffered: ["refund"] },
      wish: "repair",
      expected: ["wish_not_answered"],
    },
    {
      because: "a wish declined with a reason",
      change: { alsoOffered: ["refund"], withheld: [{ remedy: "repair", reason }] },
      wish: "repair",
      expected: [],
    },
    {
      because: "a refund comes after repair and replacement: no reason is owed",
      change: { alsoOffered: ["repair"] },
      wish: "refund",
      expected: [],
    },
  ] as const)("$because", ({ change, wish, expected }) => {
    const context = replyContext({ claim: { situation: "broken_down", wish } });
    expect(missingCodes(replyInput.parse({ ...input, ...change }), context)).toEqual(expected);
  });

  test("a choice made through the link is carried out, not asked for again", () => {
    const chosen = { situation: "broken_down", wish: "replacement", hasChosen: true } as const;
    expect(missingCodes({ ...input, alsoOffered: [] }, replyContext({ claim: chosen }))).toEqual([]);
    const other = replyContext({ claim: { ...chosen, wish: "repair" } });
    expect(missingCodes({ ...input, alsoOffered: [] }, other)).toEqual(["second_remedy_missing"]);
  });

  test("a professional has no such choice", () => {
    const context = replyContext({ claim: { situation: "broken_down", customerKind: "professional" } });
    expect(missingCodes({ ...input, alsoOffered: [] }, context)).toEqual([]);
  });

  test("a price reduction offered as a gesture is a remedy, a voucher is not", () => {
    const gesture = { ...COMPLETE.goodwill_gesture.input, alsoOffered: ["refund" as const] };
    const { context } = COMPLETE.goodwill_gesture;
    expect(missingCodes({ ...gesture, gestureNature: "price_reduction" }, context)).toEqual([]);
    expect(missingCodes(gesture, context)).toEqual(["second_remedy_missing"]);
  });
});
