import { z } from "zod";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import type { CreditAsked } from "@/lib/invoices/credit-asked";
import { cleanLine } from "@/lib/messages/clean";
import { CUSTOMER_KINDS } from "@/lib/orders/order";
import { postalAddressSchema } from "@/lib/orders/schema";
import { isSiren, isVatNumber } from "@/lib/sellers/registration-keys";

const line = (most: number) => z.string().overwrite(cleanLine).min(1).max(most);
const cents = z.int().min(1).max(999_999_999);

const askedLine = z
  .strictObject({
    lineId: line(80),
    quantity: z.int().min(1).max(100_000).optional().describe("Pieces that come back."),
    amountCents: cents.optional().describe("Cents, VAT included; the pieces' part of the line when absent."),
  })
  .refine((asked) => asked.quantity !== undefined || asked.amountCents !== undefined, "required");

/** Body of a credit note: all that is left, or lines and delivery. */
export const creditNoteSchema = z
  .strictObject({
    full: z.boolean().default(false).describe("All that is left of the invoice."),
    lines: z.array(askedLine).max(1000).default([]),
    shippingCents: z.int().min(0).max(999_999_999).default(0),
    invoiceId: z.uuid().optional().describe("Of the order's invoices, the one in force when absent."),
    externalInvoice: z
      .strictObject({
        number: line(80),
        issuedOn: z.iso
          .date()
          .refine((text) => parseIsoDate(text) !== undefined)
          .transform((text) => parseIsoDate(text) ?? z.NEVER),
      })
      .optional()
      .describe("An invoice issued elsewhere, when the order does not name it."),
  })
  .refine((body) => body.full || body.lines.length > 0 || body.shippingCents > 0, {
    path: ["lines"],
    message: "required",
  });

export function askedByBody(body: z.output<typeof creditNoteSchema>): CreditAsked {
  const { full, lines, shippingCents } = body;
  return full ? { kind: "remainder" } : { kind: "parts", lines, shippingCents };
}

/** Whom an invoice is addressed to. */
export const invoiceBuyerSchema = z.strictObject({
  kind: z.enum(CUSTOMER_KINDS).default("professional"),
  name: line(200),
  address: postalAddressSchema,
  siren: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .refine(isSiren, "invalid_siren")
    .optional(),
  vatNumber: z
    .string()
    .transform((text) => text.replace(/\s/g, "").toUpperCase())
    .refine(isVatNumber, "invalid_vat_number")
    .optional(),
  purchaseOrder: line(80).optional(),
});

/** What a confirmed preview asks for again. */
export const creditAskedSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("remainder") }),
  z.strictObject({
    kind: z.literal("refund"),
    lineId: line(80).optional(),
    amountCents: cents,
    shippingCents: z.int().min(0).max(999_999_999),
  }),
  z.strictObject({
    kind: z.literal("parts"),
    lines: z.array(askedLine).max(1000),
    shippingCents: z.int().min(0).max(999_999_999),
  }),
]);
