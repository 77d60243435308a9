import { describe, expect, test } from "vitest";
import { judgeReply } from "@/lib/replies/completeness";
import type { ReplyContext } from "@/lib/replies/context";
import { type ReplyInput, replyInput } from "@/lib/replies/schema";
import { SOLUTIONS } from "@/lib/replies/solution";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import {
  attached,
  deliveredParcel,
  lamp,
  proof,
  RETURN_ADDRESS,
  replyContext,
} from "@/tests/unit/replies/reply-context";

function codes(input: ReplyInput, context: ReplyContext): readonly string[] {
  return judgeReply(input, context).missing.map(({ code }) => code);
}

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
    expect(codes({ solution }, context)).toEqual(expected);
  });

  test("a return of damaged goods also lacks its outcome, the means and the choice", () => {
    const context = replyContext({ claim: { situation: "damaged" } });
    expect(codes({ solution: "return_procedure", costBearer: "seller" }, context)).toEqual([
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
    expect(codes(COMPLETE.refund.input, context)).toEqual(["solution_not_for_situation"]);
  });

  test("a claim still to be triaged has none", () => {
    const context = replyContext({ claim: { situation: "no_longer_wanted", phase: null } });
    expect(codes(COMPLETE.return_procedure.input, context)).toEqual(["solution_not_for_situation"]);
  });
});

describe("confirm_delivery", () => {
  const { input } = COMPLETE.confirm_delivery;
  const parcel = (status: typeof deliveredParcel.status) =>
    replyContext({ order: { parcels: [{ ...deliveredParcel, status, deliveredAt: null }] } });
  const withProof = (context: ReplyContext) => ({ ...context, documents: [proof("fair")] });

  test.each([
    { because: "in transit", status: "in_transit", expected: ["parcel_in_transit"] },
    { because: "waiting at the pick-up point", status: "waiting", expected: ["parcel_waiting"] },
    { because: "back at the sender's", status: "returned", expected: ["parcel_returned"] },
    { because: "not even sent", status: "not_shipped", expected: ["parcel_not_shipped"] },
  ] as const)("is refused while the parcel is $because, proof or not", ({ status, expected }) => {
    expect(codes(input, withProof(parcel(status)))).toEqual(expected);
  });

  test("a parcel of which nothing is known since it left needs the proof now", () => {
    expect(codes({ ...input, proofFollowsOn: "2026-11-30" }, parcel("shipped"))).toEqual(["parcel_in_transit"]);
    expect(codes(input, withProof(parcel("shipped")))).toEqual([]);
  });

  test.each([
    { because: "the proof may follow on the last day of its clock", proofFollowsOn: "2026-11-30", expected: [] },
    { because: "not a day later", proofFollowsOn: "2026-12-01", expected: ["proof_after_due"] },
    { because: "today is not too late", proofFollowsOn: "2026-11-23", expected: [] },
    { because: "yesterday is", proofFollowsOn: "2026-11-22", expected: ["date_in_past"] },
  ])("$because", ({ proofFollowsOn, expected }) => {
    expect(codes({ ...input, proofFollowsOn }, replyContext({}))).toEqual(expected);
  });

  test("a contradictory proof confirms nothing, even with a promise", () => {
    const context = replyContext({ context: { documents: [proof("contradictory")] } });
    expect(codes({ ...input, proofFollowsOn: "2026-11-30" }, context)).toEqual(["proof_contradictory"]);
  });

  test.each([
    {
      because: "another parcel's number",
      change: { trackingNumber: "6A15602683841" },
      expected: ["tracking_number_not_of_order"],
    },
    { because: "spaces and case do not matter", change: { trackingNumber: "6a 15602 676300" }, expected: [] },
    { because: "tomorrow", change: { deliveredAt: "2026-11-24T09:00:00+01:00" }, expected: ["delivered_at_in_future"] },
    {
      because: "before it left",
      change: { deliveredAt: "2026-11-15T09:00:00+01:00" },
      expected: ["delivered_before_dispatch"],
    },
  ])("$because", ({ change, expected }) => {
    const context = replyContext({ context: { documents: [proof("strong")] } });
    expect(codes({ ...input, ...change }, context)).toEqual(expected);
  });

  test("an order imported without parcels does not stand in the way", () => {
    const context = replyContext({ order: { parcels: [] }, context: { documents: [proof("weak")] } });
    expect(codes(input, context)).toEqual([]);
  });
});

describe("money and days", () => {
  const { input, context } = COMPLETE.refund;
  test.each([
    { because: "all that was paid", change: { amountCents: 9_500 }, expected: [] },
    { because: "a cent more", change: { amountCents: 9_501 }, expected: ["amount_above_order"] },
    { because: "nothing", change: { amountCents: 0 }, expected: ["amount_zero"] },
    { because: "yesterday", change: { refundOn: "2026-11-22" }, expected: ["date_in_past"] },
    { because: "today", change: { refundOn: "2026-11-23" }, expected: [] },
  ])("$because", ({ change, expected }) => {
    expect(codes({ ...input, ...change }, context)).toEqual(expected);
  });

  test("what was already refunded counts", () => {
    expect(codes(input, replyContext({ order: { refundedCents: 4_500 } }))).toEqual(["amount_above_order"]);
  });

  test("nothing charged needs neither amount nor day", () => {
    const cancelled = COMPLETE.confirm_cancellation.context;
    expect(codes({ solution: "confirm_cancellation", nothingCharged: true }, cancelled)).toEqual([]);
    expect(codes({ solution: "confirm_cancellation", nothingCharged: false }, cancelled)).toEqual([
      "cancellation_refund_missing",
    ]);
    expect(codes({ solution: "confirm_cancellation", amountCents: 9_500 }, cancelled)).toEqual(["refund_on_missing"]);
  });

  test("an inquiry is open already and is answered later", () => {
    const inquiry = { solution: "carrier_inquiry", openedOn: "2026-11-24", answerOn: "2026-11-22" } as const;
    expect(codes(inquiry, replyContext({}))).toEqual(["inquiry_opened_in_future", "date_in_past"]);
  });
});

describe("the return procedure", () => {
  const { input, context } = COMPLETE.return_procedure;
  test.each([
    { because: "a box alone", line1: "BP 12", expected: ["address_po_box"] },
    { because: "a CS with a service", line1: "Service retours CS 12345", expected: ["address_po_box"] },
    { because: "a spelt-out box", line1: "Boîte postale 40", expected: ["address_po_box"] },
    { because: "a box beside a street", line1: "5 rue des Lilas, BP 12", expected: [] },
    { because: "a street with a short word", line1: "3 bis av. Foch", expected: [] },
  ])("$because", ({ line1, expected }) => {
    expect(codes({ ...input, returnAddress: { ...RETURN_ADDRESS, line1 } }, context)).toEqual(expected);
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
    expect(codes({ ...damaged, ...change }, conformity)).toEqual(expected);
  });

  test("a label attached is a means", () => {
    const withLabel = { ...conformity, documents: [attached("return_label")] };
    expect(codes({ ...damaged, returnMeans: "prepaid_label" }, withLabel)).toEqual([]);
  });

  test("bulky goods are collected, and only those of the claim count", () => {
    const bulky = (claimed: boolean) =>
      replyContext({ claim: { situation: "damaged" }, order: { lines: [{ ...lamp, bulky: true, claimed }] } });
    expect(codes(damaged, bulky(true))).toEqual(["collection_needed"]);
    expect(codes(damaged, bulky(false))).toEqual([]);
    const collected = { ...damaged, returnMeans: "collection", collectionOn: "2026-11-30" } as const;
    expect(codes(collected, bulky(true))).toEqual([]);
  });

  test("a wrong product is not repaired", () => {
    const context = replyContext({ claim: { situation: "wrong_product" } });
    expect(codes({ ...damaged, outcome: "repair", alsoOffered: ["refund", "replacement"] }, context)).toEqual([
      "outcome_not_for_situation",
    ]);
  });

  test("a parcel that could not be stopped comes back at the seller's cost", () => {
    const { context } = COMPLETE.could_not_stop;
    const back = { solution: "could_not_stop", returnAddress: RETURN_ADDRESS } as const;
    expect(codes(back, context)).toEqual(["return_means_missing"]);
    expect(codes({ ...back, returnMeans: "deposit_code", depositCode: "X1" }, context)).toEqual([]);
    expect(codes({ solution: "could_not_stop", mayRefuseParcel: true, costBearer: "customer" }, context)).toEqual([
      "cost_not_seller",
    ]);
  });
});

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
    expect(codes(replyInput.parse({ ...input, ...change }), context)).toEqual(expected);
  });

  test("a professional has no such choice", () => {
    const context = replyContext({ claim: { situation: "broken_down", customerKind: "professional" } });
    expect(codes({ ...input, alsoOffered: [] }, context)).toEqual([]);
  });

  test("a price reduction offered as a gesture is a remedy, a voucher is not", () => {
    const gesture = { ...COMPLETE.goodwill_gesture.input, alsoOffered: ["refund" as const] };
    const { context } = COMPLETE.goodwill_gesture;
    expect(codes({ ...gesture, gestureNature: "price_reduction" }, context)).toEqual([]);
    expect(codes(gesture, context)).toEqual(["second_remedy_missing"]);
  });
});

describe("a refusal", () => {
  const { input } = COMPLETE.refuse;
  const refusing = (ground: string, changes: Parameters<typeof replyContext>[0]) =>
    codes(replyInput.parse({ ...input, ground }), replyContext(changes));
  const broken = { claim: { situation: "broken_down" } } as const;
  const after = { claim: { situation: "no_longer_wanted", phase: "after_withdrawal_period" } } as const;

  test.each([
    {
      because: "no reservation is no ground",
      ground: "no_reservation_at_delivery",
      expected: ["ground_no_reservation"],
    },
    {
      because: "nor is the withdrawal period",
      ground: "withdrawal_period_over",
      expected: ["ground_withdrawal_period"],
    },
    { because: "nor its exceptions", ground: "withdrawal_excluded", expected: ["ground_withdrawal_period"] },
    { because: "a ground of another situation", ground: "matches_order", expected: ["ground_not_for_situation"] },
    { because: "the guarantee still runs", ground: "guarantee_over", expected: ["guarantee_not_over"] },
    { because: "normal wear is one", ground: "normal_wear", expected: [] },
  ])("S5: $because", ({ ground, expected }) => {
    expect(refusing(ground, broken)).toEqual(expected);
  });

  test("the guarantee is over the day after its last day", () => {
    const { clocks } = replyContext({});
    const ends = (guaranteeEndsOn: typeof clocks.guaranteeEndsOn) => ({
      ...broken,
      context: { clocks: { ...clocks, guaranteeEndsOn } },
    });
    expect(refusing("guarantee_over", ends(replyContext({}).claim.statementSentOn))).toEqual(["guarantee_not_over"]);
    expect(refusing("guarantee_over", ends(clocks.proofDueOn))).toEqual(["guarantee_not_over"]);
    expect(refusing("guarantee_over", ends(replyContext({}).order.deliveredOn))).toEqual([]);
    expect(refusing("guarantee_over", ends(null))).toEqual(["guarantee_not_over"]);
  });

  test("S2 after the period: told of the right, or saying what is missing", () => {
    expect(refusing("withdrawal_period_over", after)).toEqual([]);
    const unproven = { ...after, order: { withdrawalInformed: "unknown" } } as const;
    expect(refusing("withdrawal_period_over", unproven)).toEqual(["withdrawal_information_missing"]);
    const told = {
      ...input,
      ground: "withdrawal_period_over",
      missingProof: "La copie du courriel de commande.",
    } as const;
    expect(codes(told, replyContext(unproven))).toEqual([]);
  });

  test("S2: an exception must be the order's, a business the customer's", () => {
    expect(refusing("withdrawal_excluded", after)).toEqual(["exclusion_unknown"]);
    expect(refusing("withdrawal_excluded", { ...after, order: { withdrawalExcluded: true } })).toEqual([]);
    expect(refusing("professional_buyer", after)).toEqual(["not_professional"]);
    const business = { claim: { ...after.claim, customerKind: "professional" } } as const;
    expect(refusing("professional_buyer", business)).toEqual([]);
  });

  test("a consumer's refusal names a mediator in full", () => {
    const mediator = { name: "CM2C", postalAddress: "", website: "https://www.cm2c.net" };
    expect(refusing("misuse", { ...broken, context: { mediator: null } })).toEqual(["mediator_missing"]);
    expect(refusing("misuse", { ...broken, context: { mediator } })).toEqual(["mediator_missing"]);
    const business = { claim: { situation: "broken_down", customerKind: "professional" } } as const;
    expect(refusing("misuse", { ...business, context: { mediator: null } })).toEqual([]);
  });

  test("a document is evidence", () => {
    const { evidence: _, ...bare } = input;
    expect(codes(bare, replyContext(broken))).toEqual(["evidence_missing"]);
    expect(codes(bare, replyContext({ ...broken, context: { documents: [attached("photo")] } }))).toEqual([]);
  });
});

describe("invoices and lines", () => {
  const issued = [
    { id: "0192f0c2-0000-7000-8000-000000000001", kind: "invoice" },
    { id: "0192f0c2-0000-7000-8000-000000000002", kind: "credit_note" },
  ] as const;
  const context = replyContext({ claim: { situation: "invoice_request" }, order: { issuedDocuments: issued } });

  test("an issued invoice is sent by its identifier", () => {
    expect(codes({ solution: "send_invoice", invoiceId: issued[0].id }, context)).toEqual([]);
    expect(codes({ solution: "send_invoice", invoiceId: issued[1].id }, context)).toEqual(["invoice_missing"]);
    expect(codes({ solution: "send_corrected_invoice", invoiceId: issued[0].id }, context)).toEqual([
      "credit_note_missing",
    ]);
  });

  test.each([
    { because: "both lamps", lines: [{ lineId: "L1", quantity: 2 }], expected: [] },
    { because: "three of two lamps", lines: [{ lineId: "L1", quantity: 3 }], expected: ["quantity_above_line"] },
    { because: "a line of another order", lines: [{ lineId: "L9", quantity: 1 }], expected: ["line_unknown"] },
  ])("$because", ({ lines, expected }) => {
    const { input, context } = COMPLETE.ship_missing_item;
    expect(codes({ ...input, lines }, context)).toEqual(expected);
  });
});
