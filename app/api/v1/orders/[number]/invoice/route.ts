import { issueInvoice } from "@/db/commands/issue-invoice";
import { invoiceProblem } from "@/lib/server/api/invoice-answers";
import { reply } from "@/lib/server/api/operation";
import { postInvoice } from "@/lib/server/api/operations/invoices";
import { resource, route } from "@/lib/server/api/route";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postInvoice, async ({ scope, params, now }) => {
    const outcome = await issueInvoice(scope, { orderNumber: params.number }, { render: renderInvoicePdf, now });
    if (!outcome.ok) return invoiceProblem(outcome);
    return outcome.value.result === "issued" ? reply(201, outcome.value) : reply(200, outcome.value);
  }),
);
