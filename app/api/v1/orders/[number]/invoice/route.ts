import { issueInvoice } from "@/db/commands/issue-invoice";
import { reply } from "@/lib/server/api/operation";
import { postInvoice } from "@/lib/server/api/operations/invoices";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postInvoice, async ({ scope, params, now }) => {
    const outcome = await issueInvoice(scope, { orderNumber: params.number }, { render: renderInvoicePdf, now });
    if (outcome.ok) return outcome.value.result === "issued" ? reply(201, outcome.value) : reply(200, outcome.value);
    if (outcome.reason === "not_allowed") return problem("forbidden");
    if (outcome.reason === "not_found") return problem("order_not_found");
    const fields = Object.keys(outcome.fields ?? {});
    return problem("invoice_refused", { members: { reason: outcome.reason, fields } });
  }),
);
