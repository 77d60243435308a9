import { SITUATIONS, type Situation, WITHDRAWAL_PHASES, type WithdrawalPhase } from "@/lib/claims/claim";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { DocumentKind } from "@/lib/evidence/document";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { MissingCode } from "@/lib/replies/demand";
import type { ReplyInput } from "@/lib/replies/schema";
import { solutionsFor } from "@/lib/replies/solution";
import { COMPLETE } from "../../unit/replies/complete-replies";

export type Setting = { readonly situation: Situation; readonly phase: WithdrawalPhase | null };

/** Every situation, and each phase of the one that has phases. */
export const SETTINGS: readonly Setting[] = SITUATIONS.flatMap((situation): readonly Setting[] =>
  situation === "no_longer_wanted"
    ? WITHDRAWAL_PHASES.map((phase) => ({ situation, phase }))
    : [{ situation, phase: null }],
);

export function nameOf({ situation, phase }: Setting): string {
  return phase ?? situation;
}

/** Every answer there is: one added to the data without a case below is found missing. */
export const EXPECTED_NAMES = SETTINGS.flatMap((setting) =>
  solutionsFor(setting.situation, setting.phase).map((solution) => `${nameOf(setting)}/${solution}`),
);

/** A promise, whether it waits for the customer's yes, and the legal clock beside it. */
type Promised = readonly [kind: CommitmentKind, status: "open" | "proposed", clock: DeadlineKind | null];

export type SolutionCase = {
  readonly reply: ReplyInput;
  /** Files sent with the complete answer. */
  readonly files?: readonly DocumentKind[];
  /** What an answer with nothing but its kind lacks. */
  readonly lacks: readonly MissingCode[];
  readonly promises: readonly Promised[];
};

const ADDRESS = [
  "address_name_missing",
  "address_street_missing",
  "address_postcode_missing",
  "address_city_missing",
  "address_country_missing",
] as const;
const LEG = ["return_reference_missing", "send_before_missing", "cost_bearer_missing", "packing_missing"] as const;
const NEXT = ["next_step_missing", "next_step_on_missing"] as const;
const OF_CONFORMITY = [
  "outcome_missing",
  ...ADDRESS,
  ...LEG,
  ...NEXT,
  "contact_missing",
  "second_remedy_missing",
] as const;
const REPLACED = ["expected_on_missing", "goods_missing", "second_remedy_missing"] as const;
const PAID = ["amount_missing", "refund_on_missing", "second_remedy_missing"] as const;
const REFUSED = ["ground_missing", "facts_missing", "evidence_missing"] as const;

type ReturnProcedure = Extract<ReplyInput, { solution: "return_procedure" }>;
type Refusal = Extract<ReplyInput, { solution: "refuse" }>;

const { input: procedure } = COMPLETE.return_procedure;
/** A return at the seller's cost, as the guarantee wants it. */
const atSellersCost: ReturnProcedure = {
  ...procedure,
  costBearer: "seller",
  returnMeans: "deposit_code",
  depositCode: "AB-123",
};
const refunded: ReturnProcedure = { ...atSellersCost, outcome: "refund", alsoOffered: ["replacement"] };
const refusal: Refusal = { ...COMPLETE.refuse.input, evidence: "Photos prises avant l’envoi." };

const returnedForRefund: SolutionCase = {
  reply: refunded,
  lacks: OF_CONFORMITY,
  promises: [
    ["return", "open", null],
    ["refund", "open", null],
  ],
};
const withoutReturn: SolutionCase = {
  reply: COMPLETE.refund_without_return.input,
  lacks: PAID,
  promises: [["refund", "proposed", null]],
};
const reduced: SolutionCase = {
  reply: COMPLETE.price_reduction.input,
  lacks: PAID,
  promises: [["price_reduction", "proposed", null]],
};
const replaced: SolutionCase = {
  reply: COMPLETE.replacement.input,
  lacks: REPLACED,
  promises: [["replacement", "open", "conformity_remedy"]],
};
const repaired: SolutionCase = {
  reply: COMPLETE.repair.input,
  lacks: REPLACED,
  promises: [["repair", "open", "conformity_remedy"]],
};

/** By `{situation or phase}/{solution}`; what follows a space tells variants of one solution apart. */
export const SOLUTION_CASES: Readonly<Record<string, SolutionCase>> = {
  "parcel_not_received/confirm_delivery": {
    reply: COMPLETE.confirm_delivery.input,
    files: ["proof_of_delivery"],
    lacks: ["carrier_missing", "tracking_number_missing", "delivered_at_missing", "proof_missing"],
    promises: [],
  },
  "parcel_not_received/confirm_delivery proof-follows": {
    reply: { ...COMPLETE.confirm_delivery.input, proofFollowsOn: "2026-11-27" },
    lacks: ["carrier_missing", "tracking_number_missing", "delivered_at_missing", "proof_missing"],
    promises: [["proof_of_delivery", "open", "proof_of_delivery"]],
  },
  "parcel_not_received/refund": {
    reply: COMPLETE.refund.input,
    lacks: ["amount_missing", "refund_on_missing"],
    promises: [["refund", "open", null]],
  },
  "parcel_not_received/reship": {
    reply: COMPLETE.reship.input,
    lacks: ["expected_on_missing"],
    promises: [["reshipment", "open", null]],
  },
  "parcel_not_received/parcel_in_transit": {
    reply: COMPLETE.parcel_in_transit.input,
    lacks: ["last_event_missing", "expected_on_missing", "tracking_link_missing"],
    promises: [["parcel_arrival", "open", null]],
  },
  "parcel_not_received/carrier_inquiry": {
    reply: COMPLETE.carrier_inquiry.input,
    lacks: ["inquiry_opened_missing", "inquiry_answer_missing"],
    promises: [["carrier_inquiry", "open", null]],
  },
  "before_dispatch/confirm_cancellation": {
    reply: COMPLETE.confirm_cancellation.input,
    lacks: ["cancellation_refund_missing"],
    promises: [["refund", "open", "withdrawal_refund"]],
  },
  "before_dispatch/confirm_cancellation nothing-charged": {
    reply: { solution: "confirm_cancellation", nothingCharged: true },
    lacks: ["cancellation_refund_missing"],
    promises: [],
  },
  "before_dispatch/could_not_stop": {
    reply: { ...COMPLETE.could_not_stop.input, amountCents: 10_470, refundOn: "2026-12-07" },
    lacks: ["way_back_missing"],
    promises: [["refund", "open", "withdrawal_refund"]],
  },
  "withdrawal_period/return_procedure": {
    reply: procedure,
    lacks: [...ADDRESS, ...LEG, ...NEXT, "refund_method_missing", "contact_missing"],
    promises: [
      ["return", "open", null],
      ["refund", "open", "withdrawal_refund"],
    ],
  },
  "after_withdrawal_period/accept_return": {
    reply: COMPLETE.accept_return.input,
    lacks: [...ADDRESS, "send_before_missing", "cost_bearer_missing", "next_step_on_missing", "refund_method_missing"],
    promises: [
      ["return", "open", null],
      ["refund", "open", null],
    ],
  },
  "after_withdrawal_period/refuse": {
    reply: { ...refusal, ground: "withdrawal_period_over", missingProof: "L’information donnée avant la commande." },
    lacks: REFUSED,
    promises: [],
  },
  "wrong_product/return_procedure": returnedForRefund,
  "wrong_product/exchange": {
    reply: COMPLETE.exchange.input,
    lacks: REPLACED,
    promises: [
      ["exchange", "open", "conformity_remedy"],
      ["return", "open", null],
    ],
  },
  "wrong_product/refund_without_return": withoutReturn,
  "wrong_product/price_reduction": reduced,
  "wrong_product/refuse": { reply: { ...refusal, ground: "matches_order" }, lacks: REFUSED, promises: [] },
  "damaged/return_procedure": returnedForRefund,
  "damaged/return_procedure cost-advanced": {
    reply: { ...refunded, returnMeans: "customer_advances", depositCode: "", advanceRefundOn: "2026-12-05" },
    lacks: OF_CONFORMITY,
    promises: [
      ["return", "open", null],
      ["return_cost", "open", "return_cost_refund"],
      ["refund", "open", null],
    ],
  },
  "damaged/replacement": replaced,
  "damaged/repair": repaired,
  "damaged/refund_without_return": withoutReturn,
  "damaged/price_reduction": reduced,
  "damaged/refuse": { reply: { ...refusal, ground: "conforming_at_delivery" }, lacks: REFUSED, promises: [] },
  "broken_down/repair": repaired,
  "broken_down/return_procedure": {
    reply: { ...atSellersCost, outcome: "repair", alsoOffered: ["replacement"] },
    lacks: OF_CONFORMITY,
    promises: [
      ["return", "open", null],
      ["repair", "open", "conformity_remedy"],
    ],
  },
  "broken_down/replacement": replaced,
  "broken_down/refund_without_return": withoutReturn,
  "broken_down/price_reduction": reduced,
  "broken_down/refuse": { reply: refusal, lacks: REFUSED, promises: [] },
  "missing_item/ship_missing_item": {
    reply: COMPLETE.ship_missing_item.input,
    lacks: ["expected_on_missing", "tracking_link_missing", "second_remedy_missing"],
    promises: [["missing_item", "open", "conformity_remedy"]],
  },
  "missing_item/return_procedure": { ...returnedForRefund, reply: { ...refunded, alsoOffered: ["completion"] } },
  "missing_item/goodwill_gesture": {
    reply: COMPLETE.goodwill_gesture.input,
    lacks: ["gesture_nature_missing", "gesture_on_missing", "gesture_alone", "amount_missing", "second_remedy_missing"],
    promises: [["goodwill", "proposed", null]],
  },
  "missing_item/refund_without_return": {
    ...withoutReturn,
    reply: { ...COMPLETE.refund_without_return.input, alsoOffered: ["completion"] },
  },
  "missing_item/price_reduction": reduced,
  "missing_item/refuse": { reply: { ...refusal, ground: "complete_at_dispatch" }, lacks: REFUSED, promises: [] },
  "invoice_request/send_invoice": {
    reply: COMPLETE.send_invoice.input,
    files: ["invoice"],
    lacks: ["invoice_missing"],
    promises: [],
  },
  "invoice_request/send_corrected_invoice": {
    reply: COMPLETE.send_corrected_invoice.input,
    files: ["credit_note", "invoice"],
    lacks: ["credit_note_missing", "invoice_missing"],
    promises: [],
  },
  "other/answer_other": { reply: COMPLETE.answer_other.input, lacks: ["message_missing"], promises: [] },
};
