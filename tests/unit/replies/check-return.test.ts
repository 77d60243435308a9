import { describe, expect, test } from "vitest";
import type { ReplyInput } from "@/lib/replies/schema";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { attached, lamp, RETURN_ADDRESS, replyContext } from "@/tests/unit/replies/reply-context";

describe("the return procedure", () => {
  const { input, context } = COMPLETE.return_procedure;
  test.each([
    { because: "a box alone", line1: "BP 12", expected: ["address_po_box"] },
    { because: "a CS with a service", line1: "Service retours CS 12345", expected: ["address_po_box"] },
    { because: "a spelt-out box", line1: "Boîte postale 40", expected: ["address_po_box"] },
    { because: "a box beside a street", line1: "5 rue des Lilas, BP 12", expected: [] },
    { because: "a street with a short word", line1: "3 bis av. Foch", expected: [] },
  ])("$because", ({ line1, expected }) => {
    expect(missingCodes({ ...input, returnAddress: { ...RETURN_ADDRESS, line1 } }, context)).toEqual(expected);
  });

  const damaged: Extract<ReplyInput, { solution: "return_procedure" }> = {
    ...input,
    outcome: "refund",
    alsoOffered: ["repair"],
    costBearer: "seller",
    returnMeans: "deposit_code",
    depositCode: "AB-1",
  };
  const conformity = replyContext({ claim: { situation: "damaged" } });

  test.each([
    { because: "the seller pays", change: {}, expected: [] },
    { because: "the customer may not", change: { costBearer: "customer" }, expected: ["cost_not_seller"] },
    { because: "means", change: { returnMeans: undefined }, expected: ["return_means_missing"] },
    { because: "code", change: { depositCode: "" }, expected: ["deposit_code_missing"] },
    { because: "label", change: { returnMeans: "prepaid_label" }, expected: ["label_missing"] },
    { because: "label to come", change: { returnMeans: "prepaid_label", labelFollowsOn: "2026-11-25" }, expected: [] },
    { because: "collection", change: { returnMeans: "collection" }, expected: ["collection_on_missing"] },
    { because: "advance", change: { returnMeans: "customer_advances" }, expected: ["advance_refund_on_missing"] },
    {
      because: "advance with its day",
      change: { returnMeans: "customer_advances", advanceRefundOn: "2026-12-10" },
      expected: [],
    },
    { because: "no refund, no method", change: { outcome: "replacement", refundMethod: undefined }, expected: [] },
  ] as const)("damaged goods: $because", ({ change, expected }) => {
    expect(missingCodes({ ...damaged, ...change }, conformity)).toEqual(expected);
  });

  test("a label attached is a means", () => {
    const withLabel = { ...conformity, documents: [attached("return_label")] };
    expect(missingCodes({ ...damaged, returnMeans: "prepaid_label" }, withLabel)).toEqual([]);
  });

  test("bulky goods are collected, and only those of the claim count", () => {
    const bulky = (claimed: boolean) =>
      replyContext({ claim: { situation: "damaged" }, order: { lines: [{ ...lamp, bulky: true, claimed }] } });
    expect(missingCodes(damaged, bulky(true))).toEqual(["collection_needed"]);
    expect(missingCodes(damaged, bulky(false))).toEqual([]);
    const collected = { ...damaged, returnMeans: "collection", collectionOn: "2026-11-30" } as const;
    expect(missingCodes(collected, bulky(true))).toEqual([]);
  });

  test("a wrong product is not repaired", () => {
    const context = replyContext({ claim: { situation: "wrong_product" } });
    expect(missingCodes({ ...damaged, outcome: "repair", alsoOffered: ["refund", "replacement"] }, context)).toEqual([
      "outcome_not_for_situation",
    ]);
  });

  test("a parcel that could not be stopped comes back at the seller's cost", () => {
    const { context } = COMPLETE.could_not_stop;
    const back = { solution: "could_not_stop", returnAddress: RETURN_ADDRESS } as const;
    expect(missingCodes(back, context)).toEqual(["return_means_missing"]);
    expect(missingCodes({ ...back, returnMeans: "deposit_code", depositCode: "X1" }, context)).toEqual([]);
    expect(
      missingCodes({ solution: "could_not_stop", mayRefuseParcel: true, costBearer: "customer" }, context),
    ).toEqual(["cost_not_seller"]);
  });
});
