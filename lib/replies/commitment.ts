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
} as const satisfies Record<CommitmentKind, CommitmentTurn>;

export function turnOfCommitment(kind: CommitmentKind): CommitmentTurn {
  return TURN_OF_KIND[kind];
}
