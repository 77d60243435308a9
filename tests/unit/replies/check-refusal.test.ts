import { describe, expect, test } from "vitest";
import { replyInput } from "@/lib/replies/schema";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { missingCodes } from "@/tests/unit/replies/missing-codes";
import { attached, replyContext } from "@/tests/unit/replies/reply-context";

describe("a refusal", () => {
  const { input } = COMPLETE.refuse;
  const refusing = (ground: string, changes: Parameters<typeof replyContext>[0]) =>
    missingCodes(replyInput.parse({ ...input, ground }), replyContext(changes));
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
    expect(missingCodes(told, replyContext(unproven))).toEqual([]);
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
    expect(missingCodes(bare, replyContext(broken))).toEqual(["evidence_missing"]);
    expect(missingCodes(bare, replyContext({ ...broken, context: { documents: [attached("photo")] } }))).toEqual([]);
  });
});
