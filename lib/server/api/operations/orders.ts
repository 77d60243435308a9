import { z } from "zod";
import { CLAIM_STATES, SITUATIONS } from "@/lib/claims/claim";
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
import { orderBodySchema, orderNumberSchema } from "@/lib/orders/schema";
import { operation } from "@/lib/server/api/operation";
import { affectedClockSchema } from "@/lib/server/api/operations/clock-schema";

const params = z.strictObject({ number: orderNumberSchema });
const at = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });

const warning = z.object({ code: z.string(), path: z.string(), message: z.string() });

const imported = z.object({
  orderId: z.string(),
  number: z.string(),
  result: z.enum(["created", "updated", "unchanged"]),
  dryRun: z.boolean(),
  warnings: z.array(warning),
  affectedClocks: z.array(affectedClockSchema),
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
