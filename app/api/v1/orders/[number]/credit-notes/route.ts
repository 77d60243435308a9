import { issueCreditNote } from "@/db/commands/issue-credit-note";
import { askedByBody } from "@/lib/invoices/schema";
import { invoiceProblem } from "@/lib/server/api/invoice-answers";
import { reply } from "@/lib/server/api/operation";
import { postCreditNote } from "@/lib/server/api/operations/invoices";
import { resource, route } from "@/lib/server/api/route";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postCreditNote, async ({ scope, params, body, now }) => {
    const { invoiceId, externalInvoice } = body;
    const input = { orderNumber: params.number, invoiceId, externalInvoice, asked: askedByBody(body) };
    const outcome = await issueCreditNote(scope, input, { render: renderInvoicePdf, now });
    return outcome.ok ? reply(201, outcome.value) : invoiceProblem(outcome);
  }),
);
