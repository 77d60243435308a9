import { describe, expect, test } from "vitest";
import { effectsOfReply } from "@/lib/replies/effects";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { proof, replyContext } from "@/tests/unit/replies/reply-context";

function effects(solution: keyof typeof COMPLETE) {
  const { input, context } = COMPLETE[solution];
  return effectsOfReply(input, context);
}

describe("clocks", () => {
  test("every complete answer meets the reply clocks", () => {
    for (const { input, context } of Object.values(COMPLETE)) {
      expect(effectsOfReply(input, context).meets.slice(0, 2)).toEqual(["reply", "next_reply"]);
    }
  });

  const promised = { ...COMPLETE.confirm_delivery.input, proofFollowsOn: "2026-11-30" };
  test.each([
    { because: "a strong proof meets its clock", documents: [proof("strong")], met: true, state: "awaiting_customer" },
    { because: "a weak one too", documents: [proof("weak")], met: true, state: "awaiting_customer" },
    { because: "a contradictory one never", documents: [proof("contradictory")], met: false, state: "awaiting_seller" },
    { because: "a promise does not", documents: [], met: false, state: "awaiting_seller" },
  ])("$because", ({ documents, met, state }) => {
    const result = effectsOfReply(promised, replyContext({ context: { documents } }));
    expect(result.meets.includes("proof_of_delivery")).toBe(met);
    expect(result.nextState).toBe(state);
  });

  test("a proof attached to damaged goods meets nothing", () => {
    const { input, context } = COMPLETE.replacement;
    expect(effectsOfReply(input, { ...context, documents: [proof("strong")] }).meets).toEqual(["reply", "next_reply"]);
  });

  test.each([
    { solution: "parcel_in_transit", state: "awaiting_seller" },
    { solution: "carrier_inquiry", state: "awaiting_seller" },
    { solution: "refund", state: "awaiting_customer" },
    { solution: "send_invoice", state: "awaiting_customer" },
  ] as const)("after $solution the claim is $state", ({ solution, state }) => {
    expect(effects(solution).nextState).toBe(state);
  });

  test("a refund or a new parcel ends the search for a proof once accepted", () => {
    expect(effects("refund").cancelsWhenAccepted).toEqual(["proof_of_delivery"]);
    expect(effects("reship").cancelsWhenAccepted).toEqual(["proof_of_delivery"]);
    expect(effects("refund").cancels).toEqual([]);
  });

  test("a refusal ends the remedy's clock, nothing charged ends the refund's", () => {
    expect(effects("refuse").cancels).toEqual(["conformity_remedy"]);
    const { context } = COMPLETE.confirm_cancellation;
    const nothing = effectsOfReply({ solution: "confirm_cancellation", nothingCharged: true }, context);
    expect(nothing.cancels).toEqual(["withdrawal_refund"]);
    expect(nothing.opens).toEqual([]);
  });
});

describe("promises opened at once", () => {
  test.each([
    { solution: "confirm_delivery", expected: [] },
    { solution: "refund", expected: [["refund", "2026-11-30", 9_500, "delivery_refund"]] },
    { solution: "reship", expected: [["reshipment", "2026-11-28", null, null]] },
    { solution: "parcel_in_transit", expected: [["parcel_arrival", "2026-11-26", null, null]] },
    { solution: "carrier_inquiry", expected: [["carrier_inquiry", "2026-12-03", null, null]] },
    { solution: "confirm_cancellation", expected: [["refund", "2026-11-30", 9_500, "withdrawal_refund"]] },
    { solution: "could_not_stop", expected: [] },
    {
      solution: "return_procedure",
      expected: [
        ["return", "2026-12-07", null, null],
        ["refund", "2026-12-14", null, "withdrawal_refund"],
      ],
    },
    {
      solution: "accept_return",
      expected: [
        ["return", "2026-12-07", null, null],
        ["refund", "2026-12-14", null, null],
      ],
    },
    { solution: "refuse", expected: [] },
    {
      solution: "exchange",
      expected: [
        ["exchange", "2026-12-01", null, "conformity_remedy"],
        ["return", "2026-12-07", null, null],
      ],
    },
    { solution: "repair", expected: [["repair", "2026-12-15", null, "conformity_remedy"]] },
    { solution: "replacement", expected: [["replacement", "2026-12-01", null, "conformity_remedy"]] },
    { solution: "ship_missing_item", expected: [["missing_item", "2026-11-27", null, "conformity_remedy"]] },
    { solution: "goodwill_gesture", expected: [] },
    { solution: "refund_without_return", expected: [] },
    { solution: "price_reduction", expected: [] },
    { solution: "send_invoice", expected: [] },
    { solution: "send_corrected_invoice", expected: [] },
    { solution: "answer_other", expected: [] },
  ] as const)("$solution", ({ solution, expected }) => {
    const opened = effects(solution).opens.map((draft) => [
      draft.kind,
      draft.dueOn,
      draft.amountCents,
      draft.clockKind,
    ]);
    expect(opened).toEqual(expected);
  });

  test("a proof to come is a promise of its own", () => {
    const input = { ...COMPLETE.confirm_delivery.input, proofFollowsOn: "2026-11-27" };
    expect(effectsOfReply(input, replyContext({})).opens).toEqual([
      { kind: "proof_of_delivery", dueOn: "2026-11-27", amountCents: null, clockKind: "proof_of_delivery" },
    ]);
  });

  test.each([
    { outcome: "refund", expected: ["return", "return_cost", "refund"], clock: "conformity_refund" },
    { outcome: "replacement", expected: ["return", "return_cost", "replacement"], clock: "conformity_remedy" },
    { outcome: "repair", expected: ["return", "return_cost", "repair"], clock: "conformity_remedy" },
  ] as const)("a return of damaged goods for $outcome, cost advanced", ({ outcome, expected, clock }) => {
    const input = {
      ...COMPLETE.return_procedure.input,
      outcome,
      returnMeans: "customer_advances",
      advanceRefundOn: "2026-12-10",
    } as const;
    const { opens } = effectsOfReply(input, replyContext({ claim: { situation: "damaged" } }));
    expect(opens.map(({ kind }) => kind)).toEqual(expected);
    expect(opens.at(-1)?.clockKind).toBe(clock);
  });

  test.each([
    { goods: "kept", kinds: ["replacement"] },
    { goods: "send_back", kinds: ["replacement", "return"] },
  ] as const)("goods $goods: only what is to be sent back is awaited", ({ goods, kinds }) => {
    const { input, context } = COMPLETE.replacement;
    const { opens } = effectsOfReply({ ...input, goods, sendBeforeOn: "2026-12-07" }, context);
    expect(opens.map(({ kind }) => kind)).toEqual(kinds);
  });

  test("a prepaid label announced for later is a promise of its own, until it is attached", () => {
    const { input } = COMPLETE.return_procedure;
    const later = {
      ...input,
      costBearer: "seller",
      returnMeans: "prepaid_label",
      labelFollowsOn: "2026-11-25",
    } as const;
    const damaged = { claim: { situation: "damaged" } } as const;
    const opened = effectsOfReply({ ...later, outcome: "refund" }, replyContext(damaged)).opens;
    expect(opened[0]).toEqual({ kind: "return_label", dueOn: "2026-11-25", amountCents: null, clockKind: null });
    const documents = [{ id: "d1", kind: "return_label", verdict: null }] as const;
    const attached = effectsOfReply(later, replyContext({ ...damaged, context: { documents } }));
    expect(attached.opens.map(({ kind }) => kind)).not.toContain("return_label");
    expect(attached.keeps).toEqual(["return_label"]);
  });

  test("a professional's promise has no clock of the Consumer Code", () => {
    const context = replyContext({ claim: { situation: "broken_down", customerKind: "professional" } });
    expect(effectsOfReply(COMPLETE.replacement.input, context).opens[0]?.clockKind).toBeNull();
  });
});

describe("promises that wait for a yes", () => {
  test.each([
    { solution: "goodwill_gesture", expected: ["goodwill", "2026-12-01", 1_500] },
    { solution: "refund_without_return", expected: ["refund", "2026-11-30", 4_500] },
    { solution: "price_reduction", expected: ["price_reduction", "2026-11-30", 2_000] },
  ] as const)("$solution", ({ solution, expected }) => {
    const { acceptance, opens, opensWhenAccepted } = effects(solution);
    expect(acceptance).toBe("required");
    expect(opens).toEqual([]);
    expect(opensWhenAccepted.map((draft) => [draft.kind, draft.dueOn, draft.amountCents])).toEqual([expected]);
  });
});

test("the customer chooses among the remedies offered", () => {
  expect(effects("repair").choices).toEqual(["repair", "replacement"]);
  expect(effects("goodwill_gesture").choices).toEqual(["completion", "refund"]);
  expect(effects("refuse").choices).toEqual([]);
  expect(effects("refund").choices).toEqual([]);
});
