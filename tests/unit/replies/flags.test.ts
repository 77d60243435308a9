import { describe, expect, test } from "vitest";
import { judgeReply } from "@/lib/replies/completeness";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyInput } from "@/lib/replies/schema";
import { demandsIn, demandsReservation, sendsToCarrier } from "@/lib/replies/unlawful-wording";
import { COMPLETE } from "@/tests/unit/replies/complete-replies";
import { deliveredParcel, proof, replyContext } from "@/tests/unit/replies/reply-context";

function flags(input: ReplyInput, context: ReplyContext): readonly string[] {
  return judgeReply(input, context).flags.map(({ code }) => code);
}

test("no complete answer is warned of", () => {
  const warned = Object.entries(COMPLETE).filter(([, { input, context }]) => flags(input, context).length > 0);
  expect(warned.map(([solution]) => solution)).toEqual([]);
});

describe("demands in words", () => {
  test.each([
    { text: "Merci d'indiquer le motif de votre retour.", expected: ["reason"] },
    { text: "Aucun motif n'est demandé pour votre retour.", expected: [] },
    { text: "Le retour se fait sous réserve de notre accord.", expected: ["prior_agreement"] },
    { text: "Le produit doit être dans son emballage d'origine.", expected: ["original_packaging"] },
    { text: "L'emballage d’origine n'est pas obligatoire.", expected: [] },
    { text: "Pas de retour sans l'emballage d'origine.", expected: ["original_packaging"] },
    { text: "Nous retenons 15 % de frais de remise en stock.", expected: ["restocking_fee"] },
    { text: "Vous serez remboursé sous forme de bon d'achat.", expected: ["voucher"] },
    { text: "Le remboursement intervient après contrôle du produit.", expected: ["refund_after_inspection"] },
    {
      text: "Once the item has been inspected. Your refund is paid after inspection.",
      expected: ["refund_after_inspection"],
    },
    { text: "Please give the reason for your return.", expected: ["reason"] },
    { text: "Dans un carton solide, avec la référence de retour.", expected: [] },
    { text: "Nous vérifions le colis et vous répondons.", expected: [] },
  ])("$text", ({ text, expected }) => {
    expect(demandsIn(text)).toEqual(expected);
  });

  test("a withdrawal's demands are flagged with their article, and the answer stays complete", () => {
    const { input, context } = COMPLETE.return_procedure;
    const verdict = judgeReply({ ...input, packing: "Dans l'emballage d'origine.", demands: ["reason"] }, context);
    expect(verdict.complete).toBe(true);
    expect(verdict.flags).toEqual([
      { code: "demand_reason", field: null, severity: "unlawful", origin: "law:C. conso. L221-18" },
      { code: "demand_original_packaging", field: null, severity: "unlawful", origin: "law:C. conso. L221-23" },
    ]);
  });

  test("a commercial return may set its terms", () => {
    const { input, context } = COMPLETE.accept_return;
    expect(flags({ ...input, packing: "Dans l'emballage d'origine." }, context)).toEqual([]);
  });

  test.each([
    { text: "Vous n'avez émis aucune réserve sur le bon de livraison.", expected: true },
    { text: "L'absence de réserves nous empêche d'agir.", expected: true },
    { text: "Le produit a subi un choc.", expected: false },
  ])("reservation: $text", ({ text, expected }) => {
    expect(demandsReservation(text)).toBe(expected);
  });

  test.each([
    { text: "Contactez le transporteur pour en savoir plus.", expected: true },
    { text: "Rapprochez-vous de La Poste.", expected: true },
    { text: "Vous n'avez pas à contacter le transporteur.", expected: false },
    { text: "Nous avons ouvert une enquête.", expected: false },
  ])("carrier: $text", ({ text, expected }) => {
    expect(sendsToCarrier(text)).toBe(expected);
  });

  test("both are flagged where they matter", () => {
    const refused = { ...COMPLETE.refuse.input, facts: "Aucune réserve à la livraison." };
    expect(flags(refused, COMPLETE.refuse.context)).toEqual(["reservation_demanded"]);
    const sent = { ...COMPLETE.reship.input, message: "Voyez avec le transporteur." };
    expect(flags(sent, COMPLETE.reship.context)).toEqual(["sent_to_carrier"]);
  });
});

describe("days and money against the law", () => {
  const cancelled = COMPLETE.confirm_cancellation;
  const returned = COMPLETE.return_procedure;

  test.each([
    { because: "the last lawful day", refundOn: "2026-12-07", expected: [] },
    { because: "a day later", refundOn: "2026-12-08", expected: ["refund_after_law"] },
  ])("cancellation: $because", ({ refundOn, expected }) => {
    expect(flags({ ...cancelled.input, refundOn }, cancelled.context)).toEqual(expected);
  });

  test.each([
    { because: "fourteen days from today", refundOn: "2026-12-07", expected: [] },
    { because: "fifteen", refundOn: "2026-12-08", expected: ["refund_after_law"] },
  ])("parcel never received: $because", ({ refundOn, expected }) => {
    expect(flags({ ...COMPLETE.refund.input, refundOn }, COMPLETE.refund.context)).toEqual(expected);
  });

  test("after a withdrawal the refund may wait for the goods, not longer", () => {
    const later = { ...returned.input, sendBeforeOn: "2026-12-10" };
    expect(flags({ ...later, refundOn: "2026-12-10" }, returned.context)).toEqual([]);
    expect(flags({ ...later, refundOn: "2026-12-11" }, returned.context)).toEqual(["refund_after_law"]);
  });

  test("every sum goes back, unless only some lines are claimed", () => {
    const part = { ...cancelled.input, amountCents: 9_000 };
    expect(flags(part, cancelled.context)).toEqual(["amount_below_order"]);
    const { lines } = cancelled.context.order;
    const some = { ...cancelled.context.order, lines: lines.map((line) => ({ ...line, claimed: false })) };
    expect(flags(part, { ...cancelled.context, order: some })).toEqual([]);
  });

  test("a withdrawal is refunded by the means of the purchase", () => {
    expect(flags({ ...cancelled.input, refundMethod: "bank_transfer" }, cancelled.context)).toEqual([
      "refund_method_other",
    ]);
    expect(flags({ ...cancelled.input, refundMethod: "agreed_otherwise" }, cancelled.context)).toEqual([]);
  });

  test("fourteen days to send back, at a cost told before the sale", () => {
    expect(flags({ ...returned.input, sendBeforeOn: "2026-12-06" }, returned.context)).toEqual([
      "send_before_too_early",
    ]);
    const untold = replyContext({ claim: returned.context.claim, order: { withdrawalInformed: "no" } });
    expect(flags(returned.input, untold)).toEqual(["return_cost_not_told"]);
  });

  test("thirty days to remedy", () => {
    const { input, context } = COMPLETE.repair;
    expect(flags({ ...input, expectedOn: "2026-12-23" }, context)).toEqual([]);
    expect(flags({ ...input, expectedOn: "2026-12-24" }, context)).toEqual(["remedy_after_law"]);
  });
});

describe("doubtful numbers, links and deliveries", () => {
  test("a link that is not the carrier's, a number that is not its shape", () => {
    const { input, context } = COMPLETE.ship_missing_item;
    expect(flags({ ...input, trackingUrl: "http://www.chronopost.fr/suivi" }, context)).toEqual([
      "tracking_link_not_carrier",
    ]);
    expect(flags({ ...input, carrier: "UPS", trackingNumber: "1Z1111111111111111", trackingUrl: "" }, context)).toEqual(
      ["tracking_number_doubtful"],
    );
  });

  const { input } = COMPLETE.confirm_delivery;
  test.each([
    { because: "a weak proof", order: {}, verdict: "weak", expected: ["proof_weak"] },
    {
      because: "the order does not know of the delivery",
      order: { parcels: [{ ...deliveredParcel, status: "shipped", deliveredAt: null }] },
      verdict: "strong",
      expected: ["delivery_unknown_to_order"],
    },
    {
      because: "another parcel is still on its way",
      order: {
        parcels: [deliveredParcel, { ...deliveredParcel, trackingNumber: "6A15602683841", status: "in_transit" }],
      },
      verdict: "strong",
      expected: ["other_parcel_underway"],
    },
  ] as const)("$because", ({ order, verdict, expected }) => {
    const context = replyContext({ order, context: { documents: [proof(verdict)] } });
    expect(flags(input, context)).toEqual(expected);
  });

  test("a day that is not the order's", () => {
    const context = replyContext({ context: { documents: [proof("strong")] } });
    expect(flags({ ...input, deliveredAt: "2026-11-20T10:00:00Z" }, context)).toEqual(["delivered_at_differs"]);
  });
});
