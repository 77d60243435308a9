import { describe, expect, test } from "vitest";
import { judgeReply } from "@/lib/replies/completeness";
import { replyInput } from "@/lib/replies/schema";
import { SOLUTIONS } from "@/lib/replies/solution";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { replyContext } from "@/tests/unit/replies/reply-context";

describe("a complete answer", () => {
  test.each(Object.entries(COMPLETE))("%s is complete", (_solution, { input, context }) => {
    expect(replyInput.safeParse(input).success).toBe(true);
    expect(judgeReply(input, context)).toMatchObject({ complete: true, missing: [] });
  });

  test("every solution has its case", () => {
    expect(Object.keys(COMPLETE).sort()).toEqual([...SOLUTIONS].sort());
  });
});

describe("an empty answer lacks everything its solution needs", () => {
  test.each([
    {
      solution: "confirm_delivery",
      expected: ["carrier_missing", "tracking_number_missing", "delivered_at_missing", "proof_missing"],
    },
    { solution: "refund", expected: ["amount_missing", "refund_on_missing"] },
    { solution: "reship", expected: ["expected_on_missing"] },
    { solution: "parcel_in_transit", expected: ["last_event_missing", "expected_on_missing", "tracking_link_missing"] },
    { solution: "carrier_inquiry", expected: ["inquiry_opened_missing", "inquiry_answer_missing"] },
    { solution: "confirm_cancellation", expected: ["cancellation_refund_missing"] },
    { solution: "could_not_stop", expected: ["way_back_missing"] },
    {
      solution: "return_procedure",
      expected: [
        "address_name_missing",
        "address_street_missing",
        "address_postcode_missing",
        "address_city_missing",
        "address_country_missing",
        "return_reference_missing",
        "send_before_missing",
        "cost_bearer_missing",
        "packing_missing",
        "next_step_missing",
        "next_step_on_missing",
        "refund_method_missing",
        "contact_missing",
      ],
    },
    {
      solution: "accept_return",
      expected: [
        "address_name_missing",
        "address_street_missing",
        "address_postcode_missing",
        "address_city_missing",
        "address_country_missing",
        "send_before_missing",
        "cost_bearer_missing",
        "next_step_on_missing",
        "refund_method_missing",
      ],
    },
    { solution: "refuse", expected: ["ground_missing", "facts_missing", "evidence_missing"] },
    { solution: "exchange", expected: ["expected_on_missing", "goods_missing", "second_remedy_missing"] },
    { solution: "repair", expected: ["expected_on_missing", "goods_missing", "second_remedy_missing"] },
    { solution: "replacement", expected: ["expected_on_missing", "goods_missing", "second_remedy_missing"] },
    {
      solution: "ship_missing_item",
      expected: ["expected_on_missing", "tracking_link_missing", "second_remedy_missing"],
    },
    {
      solution: "goodwill_gesture",
      expected: [
        "gesture_nature_missing",
        "gesture_on_missing",
        "gesture_alone",
        "amount_missing",
        "second_remedy_missing",
      ],
    },
    { solution: "refund_without_return", expected: ["amount_missing", "refund_on_missing", "second_remedy_missing"] },
    { solution: "price_reduction", expected: ["amount_missing", "refund_on_missing", "second_remedy_missing"] },
    { solution: "send_invoice", expected: ["invoice_missing"] },
    { solution: "send_corrected_invoice", expected: ["credit_note_missing", "invoice_missing"] },
    { solution: "answer_other", expected: ["message_missing"] },
  ] as const)("$solution", ({ solution, expected }) => {
    const context = { ...COMPLETE[solution].context, documents: [] };
    expect(missingCodes({ solution }, context)).toEqual(expected);
  });

  test("a return of damaged goods also lacks its outcome, the means and the choice", () => {
    const context = replyContext({ claim: { situation: "damaged" } });
    expect(missingCodes({ solution: "return_procedure", costBearer: "seller" }, context)).toEqual([
      "outcome_missing",
      "address_name_missing",
      "address_street_missing",
      "address_postcode_missing",
      "address_city_missing",
      "address_country_missing",
      "return_reference_missing",
      "send_before_missing",
      "return_means_missing",
      "packing_missing",
      "next_step_missing",
      "next_step_on_missing",
      "contact_missing",
      "second_remedy_missing",
    ]);
  });
});

describe("every demand says where it comes from", () => {
  test("a return procedure is the marketplace's, the choice of the remedy is the law's", () => {
    const verdict = judgeReply({ solution: "exchange" }, replyContext({ claim: { situation: "wrong_product" } }));
    expect(verdict.missing).toEqual([
      { code: "expected_on_missing", field: "expectedOn", origin: "contract:tableau des situations client" },
      { code: "goods_missing", field: "goods", origin: "assumed:une réponse doit pouvoir être tenue" },
      { code: "second_remedy_missing", field: "alsoOffered", origin: "law:C. conso. L217-12" },
    ]);
  });
});

describe("a solution of another situation", () => {
  test.each([
    { because: "a refund is no answer to an invoice request", situation: "invoice_request", phase: null },
    { because: "nor to a withdrawal in its period", situation: "no_longer_wanted", phase: "withdrawal_period" },
    { because: "nor to damaged goods", situation: "damaged", phase: null },
  ] as const)("$because", ({ situation, phase }) => {
    const context = replyContext({ claim: { situation, phase } });
    expect(missingCodes(COMPLETE.refund.input, context)).toEqual(["solution_not_for_situation"]);
  });

  test("a claim still to be triaged has none", () => {
    const context = replyContext({ claim: { situation: "no_longer_wanted", phase: null } });
    expect(missingCodes(COMPLETE.return_procedure.input, context)).toEqual(["solution_not_for_situation"]);
  });
});
