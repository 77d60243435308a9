import { z } from "zod";
import { orderNumberSchema } from "@/lib/orders/schema";
import { operation } from "@/lib/server/api/operation";

const issued = z.object({
  invoiceId: z.string(),
  number: z.string(),
  result: z.enum(["issued", "already_issued"]),
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

export const getInvoicePdf = operation({
  method: "GET",
  path: "/invoices/{invoiceId}/pdf",
  id: "getInvoicePdf",
  tag: "invoices",
  summary: "The frozen bytes of an invoice",
  access: "seller_read",
  params: z.strictObject({ invoiceId: z.uuid() }),
  responses: { 200: { description: "Factur-X, PDF/A-3", contentType: "application/pdf" } },
});
