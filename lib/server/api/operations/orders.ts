import { z } from "zod";
import { CLAIM_STATES, SITUATIONS } from "@/lib/claims/claim";
import { DEADLINE_KINDS } from "@/lib/deadlines/rule";
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
import { orderBodySchema, orderNumberSchema, parcelSchema, refundSchema, returnSchema } from "@/lib/orders/schema";
import { COMMITMENT_KINDS } from "@/lib/replies/commitment";
import { operation } from "@/lib/server/api/operation";

const params = z.strictObject({ number: orderNumberSchema });
const at = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });

const warning = z.object({ code: z.string(), path: z.string(), message: z.string() });

const span = z.object({ startsAt: at, dueOn: day, dueBefore: at });
const affectedClock = z.object({
  claimId: z.string(),
  claimReference: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  change: z.enum(["moved", "started", "cancelled"]),
  from: span.nullable(),
  to: span.nullable(),
});

const imported = z.object({
  orderId: z.string(),
  number: z.string(),
  result: z.enum(["created", "updated", "unchanged"]),
  dryRun: z.boolean(),
  warnings: z.array(warning),
  affectedClocks: z.array(affectedClock),
});

export const putOrder = operation({
  method: "PUT",
  path: "/orders/{number}",
  id: "putOrder",
  tag: "orders",
  summary: "Create or update an order",
  description:
    "The same body again changes nothing. A list left out stays as it is. Doubtful VAT rates are warned about, never changed. Prices and lines of an invoiced order are refused (409).",
  access: "seller_write",
  params,
  query: z.strictObject({
    dryRun: z.stringbool().default(false).meta({ description: "Say what would change, and change nothing." }),
  }),
  body: orderBodySchema,
  responses: {
    200: { description: "Updated, unchanged, or a dry run", schema: imported },
    201: { description: "Created", schema: imported },
  },
  problems: ["order_invoiced", "order_line_in_use", "refund_above_paid"],
});

const address = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
});

const orderView = z.object({
  orderId: z.string(),
  number: z.string(),
  channel: z.string(),
  externalId: z.string().nullable(),
  placedAt: at,
  currency: z.string(),
  customerKind: z.enum(CUSTOMER_KINDS),
  customer: z.object({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string(),
    siren: z.string().nullable(),
    vatNumber: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
  }),
  shippingAddress: address,
  billingAddress: address.nullable(),
  shipFrom: address.nullable(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      sku: z.string(),
      name: z.string(),
      quantity: z.int(),
      unitPriceCents: z.int(),
      vatRateBps: z.int(),
      vatScheme: z.enum(VAT_SCHEMES),
      kind: z.enum(LINE_KINDS),
      condition: z.enum(ITEM_CONDITIONS),
      bulky: z.boolean(),
      withdrawalExclusion: z.object({ number: z.int(), informedOn: day.nullable() }).nullable(),
      ecoParticipationCents: z.int().nullable(),
    }),
  ),
  shippingCents: z.int(),
  shippingVatRateBps: z.int(),
  totalCents: z.int(),
  promisedDeliveryOn: day.nullable(),
  parcels: z.array(
    z.object({
      carrier: z.string(),
      trackingNumber: z.string(),
      mode: z.enum(PARCEL_MODES),
      shippedBy: z.enum(SHIPPERS),
      shippedAt: at.nullable(),
      availableAt: at.nullable(),
      deliveredAt: at.nullable(),
      returnedAt: at.nullable(),
      lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
      events: z.array(z.object({ at, code: z.string().optional(), label: z.string() })),
    }),
  ),
  payments: z.array(
    z.object({ method: z.string(), amountCents: z.int(), reference: z.string().nullable(), paidAt: at }),
  ),
  refunds: z.array(
    z.object({
      lineId: z.string().nullable(),
      amountCents: z.int(),
      shippingCents: z.int(),
      method: z.string(),
      reference: z.string(),
      paidAt: at,
    }),
  ),
  discounts: z.array(z.object({ amountCents: z.int(), fundedBy: z.enum(DISCOUNT_FUNDERS) })),
  withdrawalInformed: z.enum(WITHDRAWAL_INFORMED),
  withdrawalInformedOn: day.nullable(),
  withdrawalInformedEvidence: z.string().nullable(),
  externalInvoice: z.object({ number: z.string(), issuedOn: day.nullable() }).nullable(),
  invoice: z.object({ invoiceId: z.string(), number: z.string(), issuedOn: day }).nullable(),
  claims: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      situation: z.enum(SITUATIONS),
      state: z.enum(CLAIM_STATES),
    }),
  ),
  createdAt: at,
  updatedAt: at,
});

export const getOrder = operation({
  method: "GET",
  path: "/orders/{number}",
  id: "getOrder",
  tag: "orders",
  summary: "Read an order",
  access: "seller_read",
  params,
  responses: { 200: { description: "The order", schema: orderView } },
  problems: ["order_not_found"],
});

const fulfilled = z.array(
  z.object({
    commitmentId: z.string(),
    claimId: z.string(),
    claimReference: z.string(),
    kind: z.enum(COMMITMENT_KINDS),
  }),
);
const recorded = z.object({
  orderId: z.string(),
  result: z.enum(["recorded", "already_recorded"]),
  fulfilled,
});
const claimId = z.uuid().optional().describe("The claim it answers; the most urgent promise when absent.");
const recordedAnswers = {
  200: { description: "Known already", schema: recorded },
  201: { description: "Recorded", schema: recorded },
};

const refunded = recorded.extend({
  creditNote: z
    .discriminatedUnion("state", [
      z.object({ state: z.literal("issued"), number: z.string(), grossCents: z.int(), remainingCents: z.int() }),
      z.object({
        state: z.literal("proposed").describe("Send these to `/orders/{number}/credit-notes`."),
        lines: z.array(z.object({ lineId: z.string(), amountCents: z.int() })),
        shippingCents: z.int(),
      }),
      z.object({ state: z.literal("refused"), reason: z.string() }),
    ])
    .nullable()
    .describe("Null when the order is not invoiced."),
});

export const postRefund = operation({
  method: "POST",
  path: "/orders/{number}/refunds",
  id: "recordRefund",
  tag: "orders",
  summary: "Record a refund that was paid",
  description:
    "Keeps the promises its amount covers, and meets the refund clock once everything is paid back. The same reference, line and amount again is known already (200). More than was paid is refused.",
  access: "seller_write",
  params,
  body: refundSchema.safeExtend({
    claimId,
    creditNote: z.boolean().default(false).describe("Also issue the credit note of an invoiced order."),
  }),
  idempotency: "key",
  responses: {
    200: { description: "Known already", schema: refunded },
    201: { description: "Recorded", schema: refunded },
  },
  problems: ["order_not_found", "refund_above_paid"],
});

const shipped = recorded.extend({ affectedClocks: z.array(affectedClock) });

export const postShipment = operation({
  method: "POST",
  path: "/orders/{number}/shipments",
  id: "recordShipment",
  tag: "orders",
  summary: "Record a parcel that left, or what became of one",
  description: "Keeps the most urgent promise to send something. The same carrier and number completes a known parcel.",
  access: "seller_write",
  params,
  body: parcelSchema.safeExtend({ claimId }),
  idempotency: "key",
  responses: {
    200: { description: "Known already", schema: shipped },
    201: { description: "Recorded", schema: shipped },
  },
  problems: ["order_not_found"],
});

export const postReturn = operation({
  method: "POST",
  path: "/orders/{number}/returns",
  id: "recordReturn",
  tag: "orders",
  summary: "Record goods sent back, or back",
  description: "Resumes the refund clock of a withdrawal, or starts that of a rescission.",
  access: "seller_write",
  params,
  body: returnSchema.safeExtend({ claimId }),
  idempotency: "key",
  responses: recordedAnswers,
  problems: ["order_not_found"],
});
