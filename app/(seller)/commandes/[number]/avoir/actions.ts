"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { issueCreditNote } from "@/db/commands/issue-credit-note";
import { creditAskedSchema } from "@/lib/invoices/schema";
import { orderNumberSchema } from "@/lib/orders/schema";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { sellerAction } from "@/lib/server/seller-action";

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  }
});

export const issueCreditNoteAction = sellerAction(
  z.object({
    orderNumber: orderNumberSchema,
    invoiceId: z.union([z.literal("").transform(() => undefined), z.uuid()]),
    claimId: z.union([z.literal("").transform(() => undefined), z.uuid()]),
    remainingCents: z.coerce.number().int(),
    asked: json.pipe(creditAskedSchema),
  }),
  async (input, { scope, now }) => {
    const outcome = await issueCreditNote(scope, input, { render: renderInvoicePdf, now });
    if (!outcome.ok) return outcome;
    const order = `/commandes/${encodeURIComponent(input.orderNumber)}`;
    revalidatePath(order);
    redirect(`${order}?avoir=${encodeURIComponent(outcome.value.number)}#factures`);
  },
);
