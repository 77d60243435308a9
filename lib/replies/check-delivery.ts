import { parseInstant } from "@/lib/calendar/instant";
import type { ParcelStatus } from "@/lib/carriers/parcel-status";
import { isSameTrackingNumber, safeTrackingLink } from "@/lib/carriers/tracking";
import type { AttachedDocument, ReplyContext, ReplyParcel } from "@/lib/replies/context";
import type { MissingCode } from "@/lib/replies/demand";
import type { ReplyFields } from "@/lib/replies/field";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

/** The parcel an answer speaks of: the one with its number, or the only one. */
export function parcelOf(fields: ReplyFields, context: ReplyContext): ReplyParcel | null {
  const { parcels } = context.order;
  const number = fields.trackingNumber;
  const named = number
    ? parcels.find((parcel) => parcel.trackingNumber && isSameTrackingNumber(parcel.trackingNumber, number))
    : undefined;
  return named ?? (parcels.length === 1 ? (parcels[0] ?? null) : null);
}

/** Proofs sent with the answer that were compared with the order and say nothing against it. */
export function soundProofs(context: ReplyContext): readonly AttachedDocument[] {
  return proofs(context).filter(({ verdict }) => verdict !== null && verdict !== "contradictory");
}

function proofs({ documents }: ReplyContext): readonly AttachedDocument[] {
  return documents.filter(({ kind }) => kind === "proof_of_delivery");
}

/** Confirming a delivery: the parcel's number, when it was handed over, and the proof or the day it follows. */
export function checkConfirmDelivery(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return [
    ...missingWhen(!fields.carrier, "carrier_missing", "carrier"),
    ...checkTrackingNumberOfOrder(fields, context),
    ...checkDeliveredAt(fields, context),
    ...checkParcelArrived(fields, context),
    ...checkProof(fields, context),
  ];
}

function checkTrackingNumberOfOrder({ trackingNumber }: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (!trackingNumber) return [missing("tracking_number_missing", "trackingNumber")];
  const known = context.order.parcels.flatMap((parcel) => parcel.trackingNumber ?? []);
  const isOfOrder = known.some((number) => isSameTrackingNumber(number, trackingNumber));
  return missingWhen(known.length > 0 && !isOfOrder, "tracking_number_not_of_order", "trackingNumber");
}

function checkDeliveredAt(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const deliveredAt = fields.deliveredAt === undefined ? undefined : parseInstant(fields.deliveredAt);
  if (!deliveredAt?.ok) return [missing("delivered_at_missing", "deliveredAt")];
  const shippedAt = parcelOf(fields, context)?.shippedAt ?? null;
  return [
    ...missingWhen(deliveredAt.value > context.now, "delivered_at_in_future", "deliveredAt"),
    ...missingWhen(shippedAt !== null && deliveredAt.value < shippedAt, "delivered_before_dispatch", "deliveredAt"),
  ];
}

const NOT_ARRIVED: Partial<Record<ParcelStatus, MissingCode>> = {
  not_shipped: "parcel_not_shipped",
  in_transit: "parcel_in_transit",
  waiting: "parcel_waiting",
  returned: "parcel_returned",
};

/** A parcel of which nothing is known since it left may be confirmed on the strength of a proof, not on a promise. */
function checkParcelArrived(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const parcel = parcelOf(fields, context);
  if (!parcel) return [];
  if (parcel.status === "shipped") {
    return missingWhen(soundProofs(context).length === 0, "parcel_in_transit", "trackingNumber");
  }
  const code = NOT_ARRIVED[parcel.status];
  return code ? [missing(code, "trackingNumber")] : [];
}

function checkProof({ proofFollowsOn }: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (soundProofs(context).length > 0) return [];
  const attached = proofs(context);
  if (attached.some(({ verdict }) => verdict === "contradictory"))
    return [missing("proof_contradictory", "documentIds")];
  if (attached.length > 0) return [missing("proof_facts_missing", "documentIds")];
  if (proofFollowsOn === undefined) return [missing("proof_missing", "documentIds")];
  const { proofDueOn } = context.clocks;
  return missingWhen(proofDueOn !== null && proofFollowsOn > proofDueOn, "proof_after_due", "proofFollowsOn");
}

/** The parcel is still on its way: what the carrier last said, the new date, the link. */
export function checkInTransit(fields: ReplyFields): readonly Missing[] {
  return [
    ...missingWhen(!fields.lastEvent, "last_event_missing", "lastEvent"),
    ...checkExpectedOn(fields),
    ...checkTrackingLink(fields),
  ];
}

export function checkCarrierInquiry(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const { openedOn, answerOn } = fields;
  return [
    ...missingWhen(openedOn === undefined, "inquiry_opened_missing", "openedOn"),
    ...missingWhen(openedOn !== undefined && openedOn > context.today, "inquiry_opened_in_future", "openedOn"),
    ...missingWhen(answerOn === undefined, "inquiry_answer_missing", "answerOn"),
  ];
}

export function checkExpectedOn(fields: ReplyFields): readonly Missing[] {
  return missingWhen(fields.expectedOn === undefined, "expected_on_missing", "expectedOn");
}

/** A link typed by the seller, or one the carrier and the number give. */
export function checkTrackingLink(fields: ReplyFields): readonly Missing[] {
  return missingWhen(!fields.trackingUrl && safeTrackingLink(fields) === null, "tracking_link_missing", "trackingUrl");
}
