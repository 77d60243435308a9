import { issueCorrectedInvoice } from "@/db/commands/issue-corrected-invoice";
import { invoiceProblem } from "@/lib/server/api/invoice-answers";
import { reply } from "@/lib/server/api/operation";
import { postCorrectedInvoice } from "@/lib/server/api/operations/invoices";
import { resource, route } from "@/lib/server/api/route";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postCorrectedInvoice, async ({ scope, params, body, now }) => {
    const input = { orderNumber: params.number, buyer: body.buyer };
    const outcome = await issueCorrectedInvoice(scope, input, { render: renderInvoicePdf, now });
    return outcome.ok ? reply(201, outcome.value) : invoiceProblem(outcome);
  }),
);
