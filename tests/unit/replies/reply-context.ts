import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { ReplyClaim, ReplyContext, ReplyLine, ReplyOrder, ReplyParcel } from "@/lib/replies/context";

export const TODAY = isoDate("2026-11-23");

export const deliveredParcel: ReplyParcel = {
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  status: "delivered",
  shippedAt: instant("2026-11-16T09:00:00Z"),
  deliveredAt: instant("2026-11-18T10:20:00Z"),
  lineIds: ["L1"],
};

export const lamp: ReplyLine = {
  lineId: "L1",
  name: "Lampe de bureau",
  quantity: 2,
  unitPriceCents: 4_500,
  bulky: false,
  condition: "new",
  claimed: true,
};

/** An order of 95 € (two lamps, 5 € of delivery), delivered on 18 November, and nothing said against it. */
export function replyContext(changes: {
  readonly claim?: Partial<ReplyClaim>;
  readonly order?: Partial<ReplyOrder>;
  readonly context?: Partial<Omit<ReplyContext, "claim" | "order">>;
}): ReplyContext {
  return {
    today: TODAY,
    now: instant("2026-11-23T14:00:00Z"),
    marketplaceName: "Grand Bazar",
    claim: {
      situation: "parcel_not_received",
      phase: null,
      customerKind: "consumer",
      statementSentOn: isoDate("2026-11-22"),
      wish: null,
      ...changes.claim,
    },
    order: {
      number: "GB-1001",
      currency: "EUR",
      totalCents: 9_500,
      refundedCents: 0,
      lines: [lamp],
      parcels: [deliveredParcel],
      withdrawalInformed: "yes",
      withdrawalExcluded: false,
      deliveredOn: isoDate("2026-11-18"),
      issuedDocuments: [],
      ...changes.order,
    },
    documents: [],
    clocks: {
      proofDueOn: isoDate("2026-11-30"),
      goodsReturnDueOn: isoDate("2026-12-07"),
      refundDueOn: isoDate("2026-12-07"),
      remedyDueOn: isoDate("2026-12-23"),
      guaranteeEndsOn: isoDate("2028-11-18"),
    },
    mediator: { name: "CM2C", postalAddress: "49 rue de Ponthieu, 75008 Paris", website: "https://www.cm2c.net" },
    ...changes.context,
  };
}

export const RETURN_ADDRESS = {
  name: "Service retours Lumina",
  line1: "12 rue des Ateliers",
  postcode: "69007",
  city: "Lyon",
  country: "France",
};

export function attached(kind: "invoice" | "credit_note" | "return_label" | "photo") {
  return { id: `doc-${kind}`, kind, verdict: null } as const;
}

export function proof(verdict: "strong" | "fair" | "weak" | "contradictory") {
  return { id: "doc-proof", kind: "proof_of_delivery", verdict } as const;
}
