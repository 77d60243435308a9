import { z } from "zod";
import { orderNumberSchema, parcelSchema, refundSchema, returnSchema } from "@/lib/orders/schema";
import { COMMITMENT_KINDS } from "@/lib/replies/commitment";
import { operation } from "@/lib/server/api/operation";
import { affectedClockSchema } from "@/lib/server/api/operations/clock-schema";

const params = z.strictObject({ number: orderNumberSchema });

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

const shipped = recorded.extend({ affectedClocks: z.array(affectedClockSchema) });

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
