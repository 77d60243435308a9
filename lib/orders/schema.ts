import { z } from "zod";
import { civilDaySchema, instantSchema } from "@/lib/calendar/schema";
import { isKnownVatRate } from "@/lib/invoices/known-vat-rate";
import { cleanText } from "@/lib/messages/clean";
import { isSupportedCurrency, SUPPORTED_CURRENCIES } from "@/lib/money/currency";
import { checkAmounts, checkLineIds, checkParcelDates, checkParcels, MOST_CENTS } from "@/lib/orders/consistency";
import {
  CUSTOMER_KINDS,
  DISCOUNT_FUNDERS,
  ITEM_CONDITIONS,
  LINE_KINDS,
  PARCEL_MODES,
  SHIPPERS,
  VAT_SCHEMES,
  WITHDRAWAL_INFORMED,
} from "@/lib/orders/order";
import { isSiren } from "@/lib/sellers/registration-keys";

const words = (most: number) => z.string().overwrite(cleanText).min(1).max(most);
const cents = z.int().min(0).max(MOST_CENTS).describe("Cents, VAT included.");
const quantity = z.int().min(1).max(100_000);
const vatRateBps = z.int().min(0).refine(isKnownVatRate, "unknown_vat_rate").describe("Basis points: 2000 is 20 %.");

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => /^[A-Z]{2}$/.test(code) && code !== "ZZ" && REGIONS.of(code) !== undefined, "unknown_country")
  .describe("ISO 3166-1, two letters. Overseas territories by FR and their postcode, or by their own code.");

export const postalAddressSchema = z.strictObject({
  name: words(200),
  line1: words(200),
  line2: words(200).optional(),
  postcode: words(20),
  city: words(120),
  country,
});

/** Where goods leave from: postcode and country are enough to know which VAT applies. */
const departureSchema = z.strictObject({
  name: z.string().overwrite(cleanText).max(200).default(""),
  line1: z.string().overwrite(cleanText).max(200).default(""),
  line2: words(200).optional(),
  postcode: words(20),
  city: z.string().overwrite(cleanText).max(120).default(""),
  country,
});

const customerSchema = z.strictObject({
  name: words(200),
  email: z.email().max(254).trim().toLowerCase().optional(),
  phone: words(40).optional(),
  locale: z.enum(["fr", "en"]).default("fr").describe("Language the customer is written to in."),
  siren: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .refine(isSiren, "invalid_siren")
    .optional()
    .describe("Of a professional buyer."),
  vatNumber: words(20).optional(),
  purchaseOrder: words(80).optional(),
});

export const orderLineSchema = z.strictObject({
  lineId: words(80).optional().describe("The SKU when absent."),
  sku: words(80),
  name: words(300),
  quantity,
  unitPriceCents: cents,
  vatRateBps,
  vatScheme: z.enum(VAT_SCHEMES).optional().describe("`franchise` for a seller in franchise, else `standard`."),
  kind: z.enum(LINE_KINDS).default("goods"),
  condition: z.enum(ITEM_CONDITIONS).default("new"),
  bulky: z.boolean().default(false),
  withdrawalExclusion: z
    .strictObject({
      number: z.int().min(1).max(13).describe("Item of C. conso. L221-28."),
      informedOn: civilDaySchema.describe("When the customer was told, before the contract."),
    })
    .optional(),
  ecoParticipationCents: cents.optional(),
});

const parcelEventSchema = z.strictObject({ at: instantSchema, code: words(60).optional(), label: words(300) });

export const parcelSchema = z
  .strictObject({
    carrier: words(80).describe("Any name; one we do not know is kept as given and treated as `other`."),
    trackingNumber: words(80),
    lines: z
      .array(z.strictObject({ lineId: words(80), quantity }))
      .max(500)
      .optional(),
    mode: z.enum(PARCEL_MODES).default("home"),
    shippedBy: z.enum(SHIPPERS).default("seller"),
    shippedAt: instantSchema.optional(),
    availableAt: instantSchema.optional().describe("Arrival at the pick-up point, which is not the delivery."),
    deliveredAt: instantSchema.optional().describe("At a pick-up point: the collection."),
    returnedAt: instantSchema.optional(),
    events: z.array(parcelEventSchema).max(200).default([]),
  })
  .superRefine(checkParcelDates);

export const refundSchema = z
  .strictObject({
    lineId: words(80).optional().describe("The whole order when absent."),
    amountCents: cents,
    shippingCents: cents.default(0),
    method: words(60),
    reference: words(120).describe("What proves the payment: the reference at the bank or the payment provider."),
    paidAt: instantSchema,
  })
  .refine((refund) => refund.amountCents + refund.shippingCents > 0, {
    path: ["amountCents"],
    message: "nothing_refunded",
  });

const paymentSchema = z.strictObject({
  method: words(60),
  amountCents: cents.min(1),
  reference: words(120).optional(),
  paidAt: instantSchema,
});

/** The body of `PUT /orders/{number}`: an unknown member is refused. A list left out stays as it is. */
export const orderBodySchema = z
  .strictObject({
    placedAt: instantSchema,
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine(isSupportedCurrency, {
        message: "unknown_currency",
        params: { choices: SUPPORTED_CURRENCIES.join(", ") },
      })
      .describe(`ISO 4217: ${SUPPORTED_CURRENCIES.join(", ")}.`),
    channel: words(40).optional(),
    externalId: words(120).optional(),
    customerKind: z.enum(CUSTOMER_KINDS).default("consumer"),
    customer: customerSchema,
    shippingAddress: postalAddressSchema,
    billingAddress: postalAddressSchema.optional(),
    shipFrom: departureSchema.optional(),
    lines: z.array(orderLineSchema).min(1).max(500),
    shippingCents: cents,
    shippingVatRateBps: vatRateBps,
    promisedDeliveryOn: civilDaySchema.optional(),
    parcels: z.array(parcelSchema).max(200).optional(),
    payments: z.array(paymentSchema).max(100).optional(),
    refunds: z.array(refundSchema).max(200).optional().describe("Added to those known; a refund is never removed."),
    discounts: z
      .array(z.strictObject({ amountCents: cents.min(1), fundedBy: z.enum(DISCOUNT_FUNDERS) }))
      .max(100)
      .optional(),
    withdrawalInformed: z
      .enum(WITHDRAWAL_INFORMED)
      .default("unknown")
      .describe("Whether the customer was told of the right of withdrawal (C. conso. L221-5)."),
    withdrawalInformedOn: civilDaySchema.optional(),
    withdrawalInformedEvidence: words(500).optional(),
    externalInvoice: z
      .strictObject({ number: words(80), issuedOn: civilDaySchema })
      .optional()
      .describe("An invoice issued elsewhere: the order is never invoiced again. Left out, the one known stays."),
  })
  .superRefine(checkLineIds)
  .superRefine(checkParcels)
  .superRefine(checkAmounts)
  .refine((order) => order.withdrawalInformedOn === undefined || order.withdrawalInformed === "yes", {
    path: ["withdrawalInformedOn"],
    message: "informed_on_without_yes",
  });

/** The number of an order, as a path holds it. */
export const orderNumberSchema = words(80).regex(/^[^\p{Cc}]+$/u);

/** Goods on their way back, or back: at least one of the two instants. */
export const returnSchema = z
  .strictObject({
    sentAt: instantSchema.optional().describe("When the customer handed the goods over, by the proof of dispatch."),
    receivedAt: instantSchema.optional().describe("When the goods came back."),
    reference: words(120).describe("What proves it: the return's tracking number, or your own note."),
  })
  .refine(({ sentAt, receivedAt }) => sentAt !== undefined || receivedAt !== undefined, {
    path: ["sentAt"],
    message: "required",
  })
  .refine(({ sentAt, receivedAt }) => !sentAt || !receivedAt || sentAt <= receivedAt, {
    path: ["receivedAt"],
    message: "received_before_sent",
  });

export type ReturnBody = z.output<typeof returnSchema>;
export type OrderBody = z.output<typeof orderBodySchema>;
export type OrderInput = z.input<typeof orderBodySchema>;
export type OrderLineBody = OrderBody["lines"][number];
export type ParcelBody = z.output<typeof parcelSchema>;
export type RefundBody = z.output<typeof refundSchema>;
