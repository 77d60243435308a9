"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { orderNumberSchema } from "@/lib/orders/schema";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { sellerAction } from "@/lib/server/seller-action";

export const issueInvoiceAction = sellerAction(
  z.object({ orderNumber: orderNumberSchema }),
  async ({ orderNumber }, { scope, now }) => {
    const outcome = await issueInvoice(scope, { orderNumber }, { render: renderInvoicePdf, now });
    revalidatePath(`/commandes/${encodeURIComponent(orderNumber)}`);
    return outcome;
  },
);
