/** What an answer promises, followed until it is done. */
export const COMMITMENT_KINDS = [
  "refund",
  "return",
  "exchange",
  "repair",
  "replacement",
  "reshipment",
  "missing_item",
  "parcel_arrival",
  "carrier_inquiry",
  "price_reduction",
  "goodwill",
  "proof_of_delivery",
  "return_cost",
  "return_label",
] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** Whose act fulfils the promise: only the seller's enter urgency and figures. */
export type CommitmentTurn = "seller" | "customer" | "carrier";

const TURN_OF_KIND = {
  refund: "seller",
  return: "customer",
  exchange: "seller",
  repair: "seller",
  replacement: "seller",
  reshipment: "seller",
  missing_item: "seller",
  parcel_arrival: "carrier",
  carrier_inquiry: "carrier",
  price_reduction: "seller",
  goodwill: "seller",
  proof_of_delivery: "seller",
  return_cost: "seller",
  return_label: "seller",
} as const satisfies Record<CommitmentKind, CommitmentTurn>;

/** What shows that a promise was kept: money, a parcel, goods back, the seller's own note, or an answer. */
export type CommitmentDeed = "refund" | "shipment" | "return" | "note" | "answer";

const DEED_OF_KIND = {
  refund: "refund",
  return: "return",
  exchange: "shipment",
  repair: "shipment",
  replacement: "shipment",
  reshipment: "shipment",
  missing_item: "shipment",
  parcel_arrival: "note",
  carrier_inquiry: "note",
  price_reduction: "refund",
  goodwill: "note",
  proof_of_delivery: "answer",
  return_cost: "refund",
  return_label: "note",
} as const satisfies Record<CommitmentKind, CommitmentDeed>;

export function deedOfCommitment(kind: CommitmentKind): CommitmentDeed {
  return DEED_OF_KIND[kind];
}

export function turnOfCommitment(kind: CommitmentKind): CommitmentTurn {
  return TURN_OF_KIND[kind];
}
