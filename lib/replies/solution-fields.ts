import type { FieldName } from "@/lib/replies/field";
import type { Solution } from "@/lib/replies/solution";

type FieldSet = Partial<Record<FieldName, true>>;

const COMMON = { message: true, documentIds: true } as const satisfies FieldSet;
const RETURN_LEG = {
  returnAddress: true,
  returnReference: true,
  sendBeforeOn: true,
  costBearer: true,
  returnMeans: true,
  labelFollowsOn: true,
  depositCode: true,
  collectionOn: true,
  advanceRefundOn: true,
  packing: true,
} as const satisfies FieldSet;
const CHOICE = { alsoOffered: true, withheld: true } as const satisfies FieldSet;
const TRACKING = { carrier: true, trackingNumber: true, trackingUrl: true } as const satisfies FieldSet;
const REFUND = { amountCents: true, refundOn: true, refundMethod: true } as const satisfies FieldSet;
const NEXT = { nextStep: true, nextStepOn: true, contact: true } as const satisfies FieldSet;

/** Fields of each solution, in the order of the form. What is not listed is refused. */
export const SOLUTION_FIELDS = {
  confirm_delivery: { carrier: true, trackingNumber: true, deliveredAt: true, proofFollowsOn: true, ...COMMON },
  refund: { ...REFUND, ...COMMON },
  reship: { expectedOn: true, ...TRACKING, lines: true, ...COMMON },
  parcel_in_transit: { lastEvent: true, expectedOn: true, ...TRACKING, ...COMMON },
  carrier_inquiry: {
    openedOn: true,
    answerOn: true,
    carrier: true,
    trackingNumber: true,
    inquiryReference: true,
    ...COMMON,
  },
  confirm_cancellation: { nothingCharged: true, ...REFUND, ...COMMON },
  could_not_stop: { mayRefuseParcel: true, ...RETURN_LEG, ...REFUND, contact: true, ...COMMON },
  return_procedure: { outcome: true, ...RETURN_LEG, ...NEXT, ...REFUND, ...CHOICE, demands: true, ...COMMON },
  accept_return: { ...RETURN_LEG, ...NEXT, ...REFUND, ...COMMON },
  refuse: { ground: true, facts: true, evidence: true, missingProof: true, ...COMMON },
  exchange: {
    expectedOn: true,
    ...TRACKING,
    lines: true,
    goods: true,
    ...RETURN_LEG,
    contact: true,
    ...CHOICE,
    ...COMMON,
  },
  repair: { goods: true, ...RETURN_LEG, expectedOn: true, contact: true, ...CHOICE, ...COMMON },
  replacement: {
    expectedOn: true,
    ...TRACKING,
    lines: true,
    goods: true,
    ...RETURN_LEG,
    contact: true,
    ...CHOICE,
    ...COMMON,
  },
  ship_missing_item: { expectedOn: true, ...TRACKING, lines: true, ...CHOICE, ...COMMON },
  goodwill_gesture: {
    gestureNature: true,
    amountCents: true,
    gestureDescription: true,
    doneOn: true,
    ...CHOICE,
    ...COMMON,
  },
  refund_without_return: { ...REFUND, ...CHOICE, ...COMMON },
  price_reduction: { ...REFUND, ...CHOICE, ...COMMON },
  send_invoice: { invoiceId: true, ...COMMON },
  send_corrected_invoice: { invoiceId: true, creditNoteId: true, correction: true, ...COMMON },
  answer_other: { ...COMMON },
} as const satisfies Record<Solution, FieldSet>;
