import { z } from "zod";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { parseInstant } from "@/lib/calendar/instant";
import { cleanLine, cleanText, MAX_TEXT_LENGTH } from "@/lib/messages/clean";
import { REFUSAL_GROUNDS } from "@/lib/replies/refusal";
import { REMEDIES } from "@/lib/replies/remedy";

/** Who pays the return. */
export const COST_BEARERS = ["seller", "customer"] as const;
/** How the goods travel back; all but the last cost the customer nothing, even for a day. */
export const RETURN_MEANS = ["prepaid_label", "deposit_code", "collection", "customer_advances"] as const;
/** What becomes of the goods the customer holds. */
export const GOODS_CHOICES = ["send_back", "kept", "on_site"] as const;
export const RETURN_OUTCOMES = ["refund", "replacement", "repair"] as const;
export const REFUND_METHODS = ["original_payment", "bank_transfer", "agreed_otherwise"] as const;
/** Nature of a gesture; only the reduction of the price makes a credit note. */
export const GESTURE_NATURES = ["price_reduction", "voucher", "indemnity"] as const;
/** What a return under the right of withdrawal may not demand (C. conso. L221-18 to L221-24). */
export const FORBIDDEN_DEMANDS = [
  "reason",
  "prior_agreement",
  "original_packaging",
  "restocking_fee",
  "voucher",
  "refund_after_inspection",
] as const;
export type ForbiddenDemand = (typeof FORBIDDEN_DEMANDS)[number];

const line = (max: number) => z.string().overwrite(cleanLine).max(max);
const text = (max: number) => z.string().overwrite(cleanText).max(max);
const day = () => z.iso.date().refine((text) => parseIsoDate(text) !== undefined);
const instantText = () => z.iso.datetime({ offset: true }).refine((text) => parseInstant(text).ok);
const amount = () => z.int().min(0).max(999_999_999);

const address = z.strictObject({
  name: line(120).optional(),
  line1: line(200).optional(),
  line2: line(200).optional(),
  postcode: line(20).optional(),
  city: line(120).optional(),
  country: line(60).optional(),
});

/** Every field an answer may hold, all optional: what is missing is judged apart, so that a draft is never lost. */
export const REPLY_FIELDS = z.strictObject({
  message: text(MAX_TEXT_LENGTH).optional(),
  documentIds: z.array(z.uuid()).max(10).optional(),
  carrier: line(80).optional(),
  trackingNumber: line(50).optional(),
  trackingUrl: line(2_000).optional(),
  deliveredAt: instantText().optional(),
  proofFollowsOn: day().optional(),
  amountCents: amount().optional(),
  refundOn: day().optional(),
  refundMethod: z.enum(REFUND_METHODS).optional(),
  nothingCharged: z.boolean().optional(),
  expectedOn: day().optional(),
  lastEvent: text(500).optional(),
  openedOn: day().optional(),
  answerOn: day().optional(),
  inquiryReference: line(80).optional(),
  mayRefuseParcel: z.boolean().optional(),
  lines: z
    .array(z.strictObject({ lineId: line(120), quantity: z.int().min(1).max(1_000_000) }))
    .max(200)
    .optional(),
  goods: z.enum(GOODS_CHOICES).optional(),
  returnAddress: address.optional(),
  returnReference: line(80).optional(),
  sendBeforeOn: day().optional(),
  costBearer: z.enum(COST_BEARERS).optional(),
  returnMeans: z.enum(RETURN_MEANS).optional(),
  labelFollowsOn: day().optional(),
  depositCode: line(80).optional(),
  collectionOn: day().optional(),
  advanceRefundOn: day().optional(),
  packing: text(2_000).optional(),
  nextStep: text(2_000).optional(),
  nextStepOn: day().optional(),
  outcome: z.enum(RETURN_OUTCOMES).optional(),
  contact: line(300).optional(),
  demands: z.array(z.enum(FORBIDDEN_DEMANDS)).max(FORBIDDEN_DEMANDS.length).optional(),
  alsoOffered: z.array(z.enum(REMEDIES)).max(REMEDIES.length).optional(),
  withheld: z
    .array(z.strictObject({ remedy: z.enum(REMEDIES), reason: text(2_000).optional() }))
    .max(REMEDIES.length)
    .optional(),
  ground: z.enum(REFUSAL_GROUNDS).optional(),
  facts: text(MAX_TEXT_LENGTH).optional(),
  evidence: text(2_000).optional(),
  missingProof: text(2_000).optional(),
  gestureNature: z.enum(GESTURE_NATURES).optional(),
  gestureDescription: text(2_000).optional(),
  doneOn: day().optional(),
  correction: text(2_000).optional(),
  invoiceId: z.uuid().optional(),
  creditNoteId: z.uuid().optional(),
});
export type ReplyFields = z.output<typeof REPLY_FIELDS>;
export type FieldName = keyof ReplyFields;
export type ReturnAddressInput = z.output<typeof address>;
