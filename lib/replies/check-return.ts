import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields, ReturnAddressInput } from "@/lib/replies/field";
import { isPoBoxOnly } from "@/lib/replies/postal-address";
import { isLackOfConformity } from "@/lib/replies/remedy";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

const SELLER_PAYS_BY_CONTRACT = "contract:tableau des situations client";

/** The complete return procedure: where, until when, at whose cost, how, and what happens next. */
export function checkReturnProcedure(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return [
    ...checkOutcome(fields, context),
    ...checkAddress(fields.returnAddress),
    ...missingWhen(!fields.returnReference, "return_reference_missing", "returnReference"),
    ...checkSendBefore(fields),
    ...checkReturnCost(fields, context),
    ...missingWhen(!fields.packing, "packing_missing", "packing"),
    ...missingWhen(!fields.nextStep, "next_step_missing", "nextStep"),
    ...missingWhen(fields.nextStepOn === undefined, "next_step_on_missing", "nextStepOn"),
    ...checkRefundMethod(fields, context),
    ...missingWhen(!fields.contact, "contact_missing", "contact"),
  ];
}

function checkRefundMethod(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const endsInRefund = !isLackOfConformity(context.claim.situation) || fields.outcome === "refund";
  return missingWhen(endsInRefund && fields.refundMethod === undefined, "refund_method_missing", "refundMethod");
}

/** A return the seller grants after the period: its terms are the seller's, but they are told. */
export function checkAcceptedReturn(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return [
    ...checkAddress(fields.returnAddress),
    ...checkSendBefore(fields),
    ...missingWhen(fields.costBearer === undefined, "cost_bearer_missing", "costBearer"),
    ...checkMeansDetails(fields, context),
    ...missingWhen(fields.nextStepOn === undefined, "next_step_on_missing", "nextStepOn"),
    ...missingWhen(fields.refundMethod === undefined, "refund_method_missing", "refundMethod"),
  ];
}

/** Goods that go back for an exchange, a repair or a replacement travel at the seller's cost. */
export function checkGoods(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (fields.goods === undefined) return [missing("goods_missing", "goods")];
  if (fields.goods !== "send_back") return [];
  const isCollected = fields.returnMeans === "collection";
  return [
    ...(isCollected ? [] : [...checkAddress(fields.returnAddress), ...checkSendBefore(fields)]),
    ...checkReturnCost({ ...fields, costBearer: fields.costBearer ?? "seller" }, context),
  ];
}

/** The parcel left before the cancellation: it is refused at the door, or sent back at the seller's cost. */
export function checkCouldNotStop(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const costsCustomer = fields.costBearer === "customer" || fields.returnMeans === "customer_advances";
  const cost = costsCustomer ? [missing("cost_not_seller", "costBearer", SELLER_PAYS_BY_CONTRACT)] : [];
  if (fields.returnAddress === undefined && fields.mayRefuseParcel === true) return cost;
  if (fields.returnAddress === undefined) return [missing("way_back_missing", "mayRefuseParcel"), ...cost];
  return [...checkAddress(fields.returnAddress), ...cost, ...checkMeans(fields), ...checkMeansDetails(fields, context)];
}

function checkOutcome({ outcome }: ReplyFields, context: ReplyContext): readonly Missing[] {
  const { situation } = context.claim;
  if (!isLackOfConformity(situation)) return [];
  if (outcome === undefined) return [missing("outcome_missing", "outcome")];
  const isRepairOfSound = outcome === "repair" && (situation === "wrong_product" || situation === "missing_item");
  return missingWhen(isRepairOfSound, "outcome_not_for_situation", "outcome");
}

export function checkAddress(address: ReturnAddressInput | undefined): readonly Missing[] {
  const field = "returnAddress";
  return [
    ...missingWhen(!address?.name, "address_name_missing", field),
    ...missingWhen(!address?.line1, "address_street_missing", field),
    ...missingWhen(isPoBoxOnly([address?.line1, address?.line2]), "address_po_box", field),
    ...missingWhen(!address?.postcode, "address_postcode_missing", field),
    ...missingWhen(!address?.city, "address_city_missing", field),
    ...missingWhen(!address?.country, "address_country_missing", field),
  ];
}

function checkSendBefore(fields: ReplyFields): readonly Missing[] {
  return missingWhen(fields.sendBeforeOn === undefined, "send_before_missing", "sendBeforeOn");
}

/** Who pays and, where the law or the marketplace puts the cost on the seller, by which means. */
function checkReturnCost(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const { situation, customerKind } = context.claim;
  if (fields.costBearer === undefined) return [missing("cost_bearer_missing", "costBearer")];
  if (!isLackOfConformity(situation)) return checkMeansDetails(fields, context);
  const origin = customerKind === "professional" ? SELLER_PAYS_BY_CONTRACT : undefined;
  const cost = fields.costBearer === "customer" ? [missing("cost_not_seller", "costBearer", origin)] : [];
  return [...cost, ...checkMeans(fields), ...checkBulky(fields, context), ...checkMeansDetails(fields, context)];
}

function checkMeans(fields: ReplyFields): readonly Missing[] {
  return missingWhen(fields.returnMeans === undefined, "return_means_missing", "returnMeans");
}

function checkBulky({ returnMeans }: ReplyFields, context: ReplyContext): readonly Missing[] {
  const isBulky = context.order.lines.some((line) => line.claimed && line.bulky);
  const isPosted = returnMeans !== undefined && returnMeans !== "collection";
  return missingWhen(isBulky && isPosted, "collection_needed", "returnMeans");
}

function checkMeansDetails(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  switch (fields.returnMeans) {
    case undefined:
      return [];
    case "prepaid_label":
      return missingWhen(!hasLabel(context) && fields.labelFollowsOn === undefined, "label_missing", "documentIds");
    case "deposit_code":
      return missingWhen(!fields.depositCode, "deposit_code_missing", "depositCode");
    case "collection":
      return missingWhen(fields.collectionOn === undefined, "collection_on_missing", "collectionOn");
    case "customer_advances":
      return missingWhen(fields.advanceRefundOn === undefined, "advance_refund_on_missing", "advanceRefundOn");
  }
}

/** Whether the prepaid label leaves with the answer. */
export function hasLabel(context: ReplyContext): boolean {
  return context.documents.some(({ kind }) => kind === "return_label");
}
