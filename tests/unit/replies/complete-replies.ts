import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyInput } from "@/lib/replies/schema";
import { attached, proof, RETURN_ADDRESS, replyContext } from "@/tests/unit/replies/reply-context";

export type ReplyCase = { readonly because: string; readonly input: ReplyInput; readonly context: ReplyContext };

const withdrawal = (phase: "before_dispatch" | "withdrawal_period" | "after_withdrawal_period") =>
  ({ situation: "no_longer_wanted", phase }) as const;

const returnLeg = {
  returnAddress: RETURN_ADDRESS,
  returnReference: "R-1001",
  sendBeforeOn: "2026-12-07",
  packing: "Dans un carton solide.",
  nextStep: "Nous vérifions le colis.",
  nextStepOn: "2026-12-14",
  contact: "04 72 00 00 00",
} as const;

const sellerPays = { costBearer: "seller", returnMeans: "deposit_code", depositCode: "AB-123" } as const;
const refund = { amountCents: 9_500, refundOn: "2026-11-30", refundMethod: "original_payment" } as const;

/** One complete answer per solution of every situation and phase. */
export const COMPLETE = {
  confirm_delivery: {
    because: "the parcel arrived and the proof is attached",
    input: {
      solution: "confirm_delivery",
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
      deliveredAt: "2026-11-18T11:20:00+01:00",
    },
    context: replyContext({ context: { documents: [proof("strong")] } }),
  },
  refund: {
    because: "amount with delivery, and by when",
    input: { solution: "refund", amountCents: 9_500, refundOn: "2026-11-30" },
    context: replyContext({}),
  },
  reship: {
    because: "the day the new parcel arrives",
    input: { solution: "reship", expectedOn: "2026-11-28" },
    context: replyContext({}),
  },
  parcel_in_transit: {
    because: "last event, new day, link made of carrier and number",
    input: {
      solution: "parcel_in_transit",
      lastEvent: "Colis pris en charge à Lyon",
      expectedOn: "2026-11-26",
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
    },
    context: replyContext({}),
  },
  carrier_inquiry: {
    because: "opened on, answer by",
    input: { solution: "carrier_inquiry", openedOn: "2026-11-23", answerOn: "2026-12-03" },
    context: replyContext({}),
  },
  confirm_cancellation: {
    because: "amount with delivery, and by when",
    input: { solution: "confirm_cancellation", ...refund },
    context: replyContext({ claim: withdrawal("before_dispatch"), order: { parcels: [] } }),
  },
  could_not_stop: {
    because: "the customer may refuse the parcel",
    input: { solution: "could_not_stop", mayRefuseParcel: true },
    context: replyContext({ claim: withdrawal("before_dispatch") }),
  },
  return_procedure: {
    because: "withdrawal: the whole checklist, the customer pays",
    input: { solution: "return_procedure", ...returnLeg, costBearer: "customer", refundMethod: "original_payment" },
    context: replyContext({ claim: withdrawal("withdrawal_period") }),
  },
  accept_return: {
    because: "the terms of the accepted return",
    input: {
      solution: "accept_return",
      returnAddress: RETURN_ADDRESS,
      sendBeforeOn: "2026-12-07",
      costBearer: "customer",
      nextStepOn: "2026-12-14",
      refundMethod: "original_payment",
    },
    context: replyContext({ claim: withdrawal("after_withdrawal_period") }),
  },
  refuse: {
    because: "ground, facts, evidence; the mediator is in the settings",
    input: {
      solution: "refuse",
      ground: "misuse",
      facts: "L'écran porte une trace de choc.",
      evidence: "Rapport d'expertise du 20 novembre.",
    },
    context: replyContext({ claim: { situation: "broken_down" } }),
  },
  exchange: {
    because: "new goods on a day, the wrong ones come back at the seller's cost",
    input: {
      solution: "exchange",
      expectedOn: "2026-12-01",
      goods: "send_back",
      returnAddress: RETURN_ADDRESS,
      sendBeforeOn: "2026-12-07",
      ...sellerPays,
      alsoOffered: ["refund"],
    },
    context: replyContext({ claim: { situation: "wrong_product" } }),
  },
  repair: {
    because: "collected, repaired by a day, replacement on offer",
    input: {
      solution: "repair",
      goods: "send_back",
      returnMeans: "collection",
      collectionOn: "2026-11-27",
      expectedOn: "2026-12-15",
      alsoOffered: ["replacement"],
    },
    context: replyContext({ claim: { situation: "damaged" } }),
  },
  replacement: {
    because: "the customer keeps the broken goods",
    input: { solution: "replacement", goods: "kept", expectedOn: "2026-12-01", alsoOffered: ["repair"] },
    context: replyContext({ claim: { situation: "broken_down" } }),
  },
  ship_missing_item: {
    because: "delivery date and tracking link",
    input: {
      solution: "ship_missing_item",
      expectedOn: "2026-11-27",
      carrier: "Chronopost",
      trackingUrl: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=XX062633073JB",
      alsoOffered: ["refund"],
    },
    context: replyContext({ claim: { situation: "missing_item" } }),
  },
  goodwill_gesture: {
    because: "nature, amount, day, and both remedies beside it",
    input: {
      solution: "goodwill_gesture",
      gestureNature: "voucher",
      amountCents: 1_500,
      doneOn: "2026-12-01",
      alsoOffered: ["completion", "refund"],
    },
    context: replyContext({ claim: { situation: "missing_item" } }),
  },
  refund_without_return: {
    because: "amount and day, replacement on offer",
    input: {
      solution: "refund_without_return",
      amountCents: 4_500,
      refundOn: "2026-11-30",
      alsoOffered: ["replacement"],
    },
    context: replyContext({ claim: { situation: "damaged" } }),
  },
  price_reduction: {
    because: "amount and day, return on offer",
    input: { solution: "price_reduction", amountCents: 2_000, refundOn: "2026-11-30", alsoOffered: ["refund"] },
    context: replyContext({ claim: { situation: "wrong_product" } }),
  },
  send_invoice: {
    because: "the invoice is attached",
    input: { solution: "send_invoice" },
    context: replyContext({ claim: { situation: "invoice_request" }, context: { documents: [attached("invoice")] } }),
  },
  send_corrected_invoice: {
    because: "credit note and new invoice are attached",
    input: { solution: "send_corrected_invoice" },
    context: replyContext({
      claim: { situation: "invoice_request" },
      context: { documents: [attached("credit_note"), attached("invoice")] },
    }),
  },
  answer_other: {
    because: "a message is enough",
    input: { solution: "answer_other", message: "Voici les dimensions du colis." },
    context: replyContext({ claim: { situation: "other" } }),
  },
} as const satisfies Record<string, ReplyCase>;
