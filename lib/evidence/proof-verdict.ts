import { type Instant, parseInstant } from "@/lib/calendar/instant";
import { carrierByName } from "@/lib/carriers/carrier";
import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import { isSameTrackingNumber } from "@/lib/carriers/tracking";
import type { ProofVerdictLevel } from "@/lib/evidence/document";
import type { ProofEvidenceKind, ProofFacts } from "@/lib/evidence/document-facts";
import { sharesAName, sharesATown } from "@/lib/evidence/same-person";
import type { ParcelMode } from "@/lib/orders/order";

/** A parcel as the order knows it. */
export type ProofParcel = {
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly mode: ParcelMode;
  readonly status: ParcelStatus;
  readonly shippedAt: Instant | null;
};

/** What a proof is compared with. */
export type ProofContext = {
  readonly parcels: readonly ProofParcel[];
  readonly addressee: { readonly name: string; readonly postcode: string; readonly city: string };
  readonly placedAt: Instant;
  readonly claimReceivedAt: Instant;
  readonly now: Instant;
};

export const PROOF_REASONS = {
  number_matches: "ok",
  number_missing: "warn",
  number_unknown_to_order: "warn",
  number_differs: "bad",
  carrier_matches: "ok",
  carrier_missing: "warn",
  carrier_differs: "warn",
  date_fits: "ok",
  date_missing: "warn",
  date_after_claim: "warn",
  date_before_dispatch: "bad",
  date_in_future: "bad",
  place_matches: "ok",
  place_missing: "warn",
  place_partly_differs: "warn",
  place_differs: "bad",
  recipient_matches: "ok",
  recipient_missing: "warn",
  recipient_other: "warn",
  states_available: "bad",
  states_in_transit: "bad",
  states_returned: "bad",
  order_says_waiting: "bad",
  order_says_returned: "bad",
  kind_signed: "ok",
  kind_supporting: "ok",
  kind_status_page: "ok",
  kind_missing: "warn",
  kind_screenshot: "warn",
  kind_no_proof: "bad",
} as const satisfies Record<string, "ok" | "warn" | "bad">;
export type ProofReasonCode = keyof typeof PROOF_REASONS;

/** One line of the comparison; its words are `verdict.reasons.{code}`. */
export type ProofReason = { readonly code: ProofReasonCode; readonly tone: "ok" | "warn" | "bad" };
export type ProofVerdict = { readonly verdict: ProofVerdictLevel; readonly reasons: readonly ProofReason[] };

/**
 * How well a proof of delivery holds against the order, line by line.
 *
 * Anything that contradicts the order makes it contradictory. Without the parcel's number and a fitting date it is
 * weak. Strong needs the place, the addressee, and a signature, a code, a photo or a position; the rest is fair.
 *
 * @see Cass. 1re civ., 3 February 2021, n° 19-21.046: the seller proves the delivery
 */
export function proofVerdict(facts: ProofFacts, context: ProofContext): ProofVerdict {
  const parcel = parcelOfProof(facts, context);
  const codes = [
    numberReason(facts, context, parcel),
    carrierReason(facts, parcel),
    dateReason(facts, context, parcel),
    placeReason(facts, context, parcel),
    recipientReason(facts, context),
    ...statusReasons(facts, parcel),
    kindReason(facts),
  ];
  return { verdict: levelOf(codes), reasons: codes.map((code) => ({ code, tone: PROOF_REASONS[code] })) };
}

function levelOf(codes: readonly ProofReasonCode[]): ProofVerdictLevel {
  const has = (code: ProofReasonCode) => codes.includes(code);
  if (codes.some((code) => PROOF_REASONS[code] === "bad")) return "contradictory";
  const isMinimum = has("number_matches") && (has("date_fits") || has("date_after_claim"));
  if (!isMinimum || has("kind_screenshot")) return "weak";
  const isPersonal = has("kind_signed") || has("kind_supporting");
  if (has("place_matches") && has("recipient_matches") && isPersonal && has("date_fits")) return "strong";
  return has("place_matches") || has("recipient_matches") ? "fair" : "weak";
}

function parcelOfProof({ trackingNumber }: ProofFacts, { parcels }: ProofContext): ProofParcel | null {
  const named = parcels.find(
    (parcel) => trackingNumber && parcel.trackingNumber && isSameTrackingNumber(parcel.trackingNumber, trackingNumber),
  );
  return named ?? (parcels.length === 1 ? (parcels[0] ?? null) : null);
}

function numberReason(
  { trackingNumber }: ProofFacts,
  { parcels }: ProofContext,
  parcel: ProofParcel | null,
): ProofReasonCode {
  if (!trackingNumber) return "number_missing";
  if (parcels.every((candidate) => candidate.trackingNumber === null)) return "number_unknown_to_order";
  const isParcels = parcel?.trackingNumber != null && isSameTrackingNumber(parcel.trackingNumber, trackingNumber);
  return isParcels ? "number_matches" : "number_differs";
}

function carrierReason({ carrier }: ProofFacts, parcel: ProofParcel | null): ProofReasonCode {
  if (!carrier) return "carrier_missing";
  const [stated, known] = [carrierByName(carrier), carrierByName(parcel?.carrier)];
  if (stated.id === "other" || known.id === "other") return isSameName(carrier, parcel?.carrier);
  const isLaPoste = stated.hosts.some((host) => known.hosts.includes(host));
  return stated.id === known.id || isLaPoste ? "carrier_matches" : "carrier_differs";
}

function isSameName(stated: string, known: string | null | undefined): ProofReasonCode {
  return known && stated.toLowerCase() === known.toLowerCase() ? "carrier_matches" : "carrier_differs";
}

/** A delivery after the claim still is one; the customer was right to complain, and the seller is told so. */
function dateReason(facts: ProofFacts, context: ProofContext, parcel: ProofParcel | null): ProofReasonCode {
  const deliveredAt = facts.deliveredAt === undefined ? undefined : parseInstant(facts.deliveredAt);
  if (!deliveredAt?.ok) return "date_missing";
  if (deliveredAt.value > context.now) return "date_in_future";
  if (deliveredAt.value < (parcel?.shippedAt ?? context.placedAt)) return "date_before_dispatch";
  return deliveredAt.value > context.claimReceivedAt ? "date_after_claim" : "date_fits";
}

/** A pick-up point lies elsewhere than the addressee's home: there, another town is no contradiction. */
function placeReason({ place }: ProofFacts, { addressee }: ProofContext, parcel: ProofParcel | null): ProofReasonCode {
  if (!place?.postcode && !place?.city) return "place_missing";
  const isPostcode = place.postcode === undefined ? null : sharesATown(place.postcode, addressee.postcode);
  const isCity = place.city === undefined ? null : sharesATown(place.city, addressee.city);
  if (isPostcode !== false && isCity !== false) return "place_matches";
  if (isPostcode === true || isCity === true) return "place_partly_differs";
  return parcel !== null && parcel.mode !== "home" ? "place_partly_differs" : "place_differs";
}

function recipientReason({ recipient, signatory }: ProofFacts, { addressee }: ProofContext): ProofReasonCode {
  const names = [recipient, signatory].flatMap((name) => (name ? [name] : []));
  if (names.length === 0) return "recipient_missing";
  return names.some((name) => sharesAName(name, addressee.name)) ? "recipient_matches" : "recipient_other";
}

function statusReasons({ status }: ProofFacts, parcel: ProofParcel | null): readonly ProofReasonCode[] {
  const stated: Readonly<Record<string, ProofReasonCode>> = {
    available: "states_available",
    in_transit: "states_in_transit",
    returned: "states_returned",
  };
  const known: Readonly<Record<string, ProofReasonCode>> = {
    waiting: "order_says_waiting",
    returned: "order_says_returned",
  };
  return [stated[status ?? ""], known[parcel?.status ?? ""]].flatMap((code) => code ?? []);
}

const REASON_OF_KIND: Readonly<Record<ProofEvidenceKind, ProofReasonCode>> = {
  signed_slip: "kind_signed",
  pickup_code: "kind_signed",
  photo: "kind_supporting",
  gps: "kind_supporting",
  carrier_status_page: "kind_status_page",
  screenshot: "kind_screenshot",
  deposit_slip: "kind_no_proof",
  label: "kind_no_proof",
};

function kindReason({ evidenceKind }: ProofFacts): ProofReasonCode {
  return evidenceKind === undefined ? "kind_missing" : REASON_OF_KIND[evidenceKind];
}
