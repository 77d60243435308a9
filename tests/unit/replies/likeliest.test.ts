import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { judgeReply } from "@/lib/replies/completeness";
import { likeliestSolution } from "@/lib/replies/likeliest";
import { type PrefillSources, prefill } from "@/lib/replies/prefill";
import { replyInput } from "@/lib/replies/schema";
import { solutionsFor } from "@/lib/replies/solution";
import { deliveredParcel, lamp, RETURN_ADDRESS, replyContext } from "@/tests/unit/replies/reply-context";

const withParcel = (status: typeof deliveredParcel.status) => ({ parcels: [{ ...deliveredParcel, status }] });

describe("likeliestSolution", () => {
  test.each([
    { because: "delivered: confirm", claim: {}, order: {}, expected: "confirm_delivery" },
    { because: "in transit", claim: {}, order: withParcel("in_transit"), expected: "parcel_in_transit" },
    { because: "waiting at the pick-up point", claim: {}, order: withParcel("waiting"), expected: "parcel_in_transit" },
    { because: "no news since it left", claim: {}, order: withParcel("shipped"), expected: "carrier_inquiry" },
    { because: "came back", claim: {}, order: withParcel("returned"), expected: "reship" },
    {
      because: "came back, refund wanted",
      claim: { wish: "refund" },
      order: withParcel("returned"),
      expected: "refund",
    },
    { because: "no parcel known", claim: {}, order: { parcels: [] }, expected: "confirm_delivery" },
    {
      because: "one of two on its way",
      claim: {},
      order: { parcels: [deliveredParcel, { ...deliveredParcel, status: "in_transit" }] },
      expected: "parcel_in_transit",
    },
    {
      because: "cancelled in time",
      claim: { situation: "no_longer_wanted", phase: "before_dispatch" },
      order: withParcel("not_shipped"),
      expected: "confirm_cancellation",
    },
    {
      because: "left meanwhile",
      claim: { situation: "no_longer_wanted", phase: "before_dispatch" },
      order: withParcel("shipped"),
      expected: "could_not_stop",
    },
    {
      because: "in the period",
      claim: { situation: "no_longer_wanted", phase: "withdrawal_period" },
      order: {},
      expected: "return_procedure",
    },
    {
      because: "after it, informed",
      claim: { situation: "no_longer_wanted", phase: "after_withdrawal_period" },
      order: {},
      expected: "refuse",
    },
    {
      because: "after it, information unproven",
      claim: { situation: "no_longer_wanted", phase: "after_withdrawal_period" },
      order: { withdrawalInformed: "unknown" },
      expected: "accept_return",
    },
    { because: "wrong product", claim: { situation: "wrong_product" }, order: {}, expected: "return_procedure" },
    {
      because: "wrong product, the right one wanted",
      claim: { situation: "wrong_product", wish: "replacement" },
      order: {},
      expected: "exchange",
    },
    { because: "damaged", claim: { situation: "damaged" }, order: {}, expected: "return_procedure" },
    {
      because: "damaged, repair wanted",
      claim: { situation: "damaged", wish: "repair" },
      order: {},
      expected: "repair",
    },
    { because: "broken down", claim: { situation: "broken_down" }, order: {}, expected: "repair" },
    {
      because: "broken down, refund wanted",
      claim: { situation: "broken_down", wish: "refund" },
      order: {},
      expected: "return_procedure",
    },
    { because: "item missing", claim: { situation: "missing_item" }, order: {}, expected: "ship_missing_item" },
    { because: "invoice", claim: { situation: "invoice_request" }, order: {}, expected: "send_invoice" },
    {
      because: "invoice in the company's name",
      claim: { situation: "invoice_request", customerKind: "professional" },
      order: { issuedDocuments: [{ id: "i", kind: "invoice" }] },
      expected: "send_corrected_invoice",
    },
    { because: "other", claim: { situation: "other" }, order: {}, expected: "answer_other" },
    { because: "to triage", claim: { situation: "no_longer_wanted", phase: null }, order: {}, expected: null },
  ] as const)("$because", ({ claim, order, expected }) => {
    expect(likeliestSolution(replyContext({ claim, order }))).toBe(expected);
  });
});

const sources = (context: PrefillSources["context"]): PrefillSources => ({
  context,
  profile: {
    address: RETURN_ADDRESS,
    means: "prepaid_label",
    withdrawalCostBearer: "customer",
    packing: null,
    contact: "04 72 00 00 00",
  },
  claimReference: "R-1001",
  words: { packing: "Avec soin.", nextStep: "Nous vous répondons." },
});

describe("prefill", () => {
  test("a withdrawal is answered in full by what is known", () => {
    const context = replyContext({ claim: { situation: "no_longer_wanted", phase: "withdrawal_period" } });
    expect(prefill("return_procedure", sources(context))).toEqual({
      returnAddress: RETURN_ADDRESS,
      returnReference: "R-1001",
      sendBeforeOn: "2026-12-07",
      costBearer: "customer",
      packing: "Avec soin.",
      nextStep: "Nous vous répondons.",
      nextStepOn: "2026-12-07",
      contact: "04 72 00 00 00",
      amountCents: 9_500,
      refundOn: "2026-12-07",
      refundMethod: "original_payment",
      alsoOffered: [],
    });
  });

  test.each([
    { because: "the day of its clock, before the last day to send back", dueOn: "2026-12-06", expected: "2026-12-06" },
    { because: "once it is past, the goods", dueOn: "2026-11-22", expected: "2026-12-07" },
  ])("the refund of a withdrawal: $because", ({ dueOn, expected }) => {
    const { clocks } = replyContext({});
    const context = replyContext({
      claim: { situation: "no_longer_wanted", phase: "withdrawal_period" },
      context: { clocks: { ...clocks, refundDueOn: isoDate(dueOn) } },
    });
    expect(prefill("return_procedure", sources(context))).toMatchObject({ refundOn: expected, nextStepOn: expected });
  });

  test.each(["repair", "replacement"] as const)("a %s is proposed within the month of the law", (solution) => {
    const { clocks } = replyContext({});
    const context = replyContext({
      claim: { situation: "broken_down", wish: solution },
      context: { clocks: { ...clocks, remedyDueOn: isoDate("2026-11-25") } },
    });
    expect(prefill(solution, sources(context))).toMatchObject({ expectedOn: "2026-11-25" });
    expect(prefill("return_procedure", sources(context))).toMatchObject({ nextStepOn: "2026-11-25" });
  });

  test("a delivery lacks only its proof", () => {
    const context = replyContext({});
    const input = replyInput.parse({ solution: "confirm_delivery", ...prefill("confirm_delivery", sources(context)) });
    expect(judgeReply(input, context).missing.map(({ code }) => code)).toEqual(["proof_missing"]);
  });

  test.each([
    {
      situation: "parcel_not_received",
      phase: null,
      lacking: { confirm_delivery: ["proof_missing"], parcel_in_transit: ["last_event_missing"] },
    },
    { situation: "no_longer_wanted", phase: "before_dispatch", lacking: {} },
    { situation: "no_longer_wanted", phase: "withdrawal_period", lacking: {} },
    {
      situation: "no_longer_wanted",
      phase: "after_withdrawal_period",
      lacking: { refuse: ["facts_missing", "evidence_missing"] },
    },
    {
      situation: "wrong_product",
      phase: null,
      lacking: { price_reduction: ["amount_missing"], refuse: ["ground_missing", "facts_missing", "evidence_missing"] },
    },
    {
      situation: "damaged",
      phase: null,
      lacking: { price_reduction: ["amount_missing"], refuse: ["ground_missing", "facts_missing", "evidence_missing"] },
    },
    {
      situation: "missing_item",
      phase: null,
      lacking: {
        ship_missing_item: ["tracking_link_missing"],
        goodwill_gesture: ["gesture_nature_missing", "amount_missing"],
        price_reduction: ["amount_missing"],
        refuse: ["ground_missing", "facts_missing", "evidence_missing"],
      },
    },
    {
      situation: "invoice_request",
      phase: null,
      lacking: {
        send_invoice: ["invoice_missing"],
        send_corrected_invoice: ["credit_note_missing", "invoice_missing"],
      },
    },
  ] as const)("$situation $phase: what the form still asks", ({ situation, phase, lacking }) => {
    const context = replyContext({ claim: { situation, phase } });
    const asked = solutionsFor(situation, phase).map((solution) => {
      const input = replyInput.parse({ solution, ...prefill(solution, sources(context)) });
      return [solution, judgeReply(input, context).missing.map(({ code }) => code)] as const;
    });
    expect(Object.fromEntries(asked.filter(([, codes]) => codes.length > 0))).toEqual(lacking);
  });

  test("what is prefilled breaks no law", () => {
    for (const situation of ["no_longer_wanted", "wrong_product", "damaged"] as const) {
      const phase = situation === "no_longer_wanted" ? "withdrawal_period" : null;
      const context = replyContext({ claim: { situation, phase } });
      for (const solution of solutionsFor(situation, phase)) {
        const input = replyInput.parse({ solution, ...prefill(solution, sources(context)) });
        expect(judgeReply(input, context).flags).toEqual([]);
      }
    }
  });

  test("bulky goods are collected, a box is not proposed as an address", () => {
    const context = replyContext({ claim: { situation: "damaged" }, order: { lines: [{ ...lamp, bulky: true }] } });
    expect(prefill("return_procedure", sources(context)).returnMeans).toBe("collection");
    const profile = {
      ...sources(context),
      profile: {
        address: { ...RETURN_ADDRESS, line1: "BP 12" },
        means: "deposit_code",
        withdrawalCostBearer: "seller",
        packing: null,
        contact: null,
      },
    } as const;
    expect(prefill("return_procedure", profile).returnAddress).toBeUndefined();
  });

  test("only the claimed lines are refunded, and no refund precedes the goods", () => {
    const lines = [lamp, { ...lamp, lineId: "L2", quantity: 1, unitPriceCents: 400, claimed: false }];
    const context = replyContext({ claim: { situation: "damaged" }, order: { lines, totalCents: 9_900 } });
    const values = prefill("return_procedure", sources(context));
    expect(values.amountCents).toBe(9_000);
    expect(values.refundOn).toBeUndefined();
  });

  test("nothing is invented without settings", () => {
    const context = replyContext({ claim: { situation: "damaged" } });
    const values = prefill("return_procedure", { ...sources(context), profile: null });
    expect(values.returnAddress).toBeUndefined();
    expect(values.contact).toBeUndefined();
    expect(values.returnMeans).toBeUndefined();
  });
});
