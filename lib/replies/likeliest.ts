import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import type { ReplyClaim, ReplyOrder } from "@/lib/replies/context";
import type { Remedy } from "@/lib/replies/remedy";
import { type Solution, solutionsFor } from "@/lib/replies/solution";

type ClaimFacts = { readonly claim: ReplyClaim; readonly order: ReplyOrder };

/** The solution to preselect: from the phase, where the parcel is and what the customer asked for. Null: none fits. */
export function likeliestSolution(facts: ClaimFacts): Solution | null {
  const { situation, phase } = facts.claim;
  const solutions = solutionsFor(situation, phase);
  const guess = guessFor(facts);
  return guess !== null && solutions.includes(guess) ? guess : (solutions[0] ?? null);
}

function guessFor({ claim, order }: ClaimFacts): Solution | null {
  switch (claim.situation) {
    case "parcel_not_received":
      return forLostParcel(order, claim.wish);
    case "no_longer_wanted":
      return forWithdrawal(claim, order);
    case "wrong_product":
      return claim.wish === "replacement" ? "exchange" : null;
    case "damaged":
    case "broken_down":
      return forDefect(claim.wish);
    case "missing_item":
      return claim.wish === "refund" ? "return_procedure" : null;
    case "invoice_request":
      return claim.customerKind === "professional" && hasInvoice(order) ? "send_corrected_invoice" : null;
    case "other":
      return null;
  }
}

const OF_PARCEL: Readonly<Record<ParcelStatus, Solution>> = {
  not_shipped: "reship",
  shipped: "carrier_inquiry",
  in_transit: "parcel_in_transit",
  waiting: "parcel_in_transit",
  delivered: "confirm_delivery",
  returned: "reship",
};

/** The least advanced parcel decides: it is the one the customer is waiting for. */
const LEAST_ADVANCED: readonly ParcelStatus[] = [
  "returned",
  "not_shipped",
  "shipped",
  "in_transit",
  "waiting",
  "delivered",
];

function forLostParcel(order: ReplyOrder, wish: Remedy | null): Solution | null {
  const status = LEAST_ADVANCED.find((candidate) => order.parcels.some((parcel) => parcel.status === candidate));
  const solution = status === undefined ? null : OF_PARCEL[status];
  return solution === "reship" && wish === "refund" ? "refund" : solution;
}

function forWithdrawal(claim: ReplyClaim, order: ReplyOrder): Solution | null {
  switch (claim.phase) {
    case "before_dispatch":
      return order.parcels.some(({ status }) => status !== "not_shipped") ? "could_not_stop" : null;
    case "after_withdrawal_period":
      return isPlainRefusal(claim, order) ? "refuse" : null;
    case "withdrawal_period":
    case null:
      return null;
  }
}

function isPlainRefusal(claim: ReplyClaim, order: ReplyOrder): boolean {
  return claim.customerKind === "professional" || order.withdrawalExcluded || order.withdrawalInformed === "yes";
}

function forDefect(wish: Remedy | null): Solution | null {
  if (wish === "repair" || wish === "replacement") return wish;
  return wish === "refund" ? "return_procedure" : null;
}

function hasInvoice(order: ReplyOrder): boolean {
  return order.issuedDocuments.some(({ kind }) => kind === "invoice");
}
