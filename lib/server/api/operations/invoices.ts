import { z } from "zod";
import { creditNoteSchema, invoiceBuyerSchema } from "@/lib/invoices/schema";
import { orderNumberSchema } from "@/lib/orders/schema";
import { operation } from "@/lib/server/api/operation";

const issued = z.object({
  invoiceId: z.string(),
  number: z.string(),
  result: z.enum(["issued", "already_issued"]),
});

const issuedCreditNote = z.object({
  creditNoteId: z.string(),
  number: z.string(),
  precedingNumber: z.string(),
  grossCents: z.int(),
  remainingCents: z.int().describe("What may still be credited on the invoice."),
});

export const postInvoice = operation({
  method: "POST",
  path: "/orders/{number}/invoice",
  id: "issueInvoice",
  tag: "invoices",
  summary: "Issue the invoice of an order",
  description: "A second call answers the same one. What stands against it is told, and no number is drawn.",
  access: "seller_write",
  params: z.strictObject({ number: orderNumberSchema }),
  responses: {
    200: { description: "Issued before", schema: issued },
    201: { description: "Issued", schema: issued },
  },
  problems: ["order_not_found", "invoice_refused"],
});

export const postCreditNote = operation({
  method: "POST",
  path: "/orders/{number}/credit-notes",
  id: "issueCreditNote",
  tag: "invoices",
  summary: "Issue a credit note on the order's invoice",
  description:
    "In full or in part, on the invoice issued here or on one issued elsewhere, never beyond what is left of it. What stands against it is told, and no number is drawn.",
  access: "seller_write",
  params: z.strictObject({ number: orderNumberSchema }),
  body: creditNoteSchema,
  idempotency: "key",
  responses: { 201: { description: "Issued", schema: issuedCreditNote } },
  problems: ["order_not_found", "invoice_refused"],
});

export const postCorrectedInvoice = operation({
  method: "POST",
  path: "/orders/{number}/corrected-invoice",
  id: "issueCorrectedInvoice",
  tag: "invoices",
  summary: "Issue the order's invoice in another buyer's name",
  description:
    "A credit note cancels the invoice in force and a new one replaces it, each naming it. An answer then sends both (`send_corrected_invoice`).",
  access: "seller_write",
  params: z.strictObject({ number: orderNumberSchema }),
  body: z.strictObject({ buyer: invoiceBuyerSchema }),
  idempotency: "key",
  responses: {
    201: {
      description: "Issued",
      schema: z.object({
        creditNoteId: z.string(),
        creditNoteNumber: z.string(),
        invoiceId: z.string(),
        invoiceNumber: z.string(),
        replacedNumber: z.string(),
      }),
    },
  },
  problems: ["order_not_found", "invoice_refused"],
});

export const getInvoicePdf = operation({
  method: "GET",
  path: "/invoices/{invoiceId}/pdf",
  id: "getInvoicePdf",
  tag: "invoices",
  summary: "The frozen bytes of an invoice or a credit note",
  access: "seller_read",
  params: z.strictObject({ invoiceId: z.uuid() }),
  responses: { 200: { description: "Factur-X, PDF/A-3", contentType: "application/pdf" } },
});
