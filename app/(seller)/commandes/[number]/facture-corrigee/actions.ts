"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { issueCorrectedInvoice } from "@/db/commands/issue-corrected-invoice";
import { invoiceBuyerSchema } from "@/lib/invoices/schema";
import { orderNumberSchema } from "@/lib/orders/schema";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";
import { sellerAction } from "@/lib/server/seller-action";

const typed = z.record(z.string(), z.unknown());

/** A field left empty is absent; the name stands above the address too. */
const buyer = z.preprocess((value) => {
  const fields = withoutEmpty(value);
  return { ...fields, address: { ...withoutEmpty(fields.address), name: fields.name } };
}, invoiceBuyerSchema);

function withoutEmpty(value: unknown): Readonly<Record<string, unknown>> {
  const fields = typed.safeParse(value);
  return fields.success ? Object.fromEntries(Object.entries(fields.data).filter(([, text]) => text !== "")) : {};
}

export const correctInvoiceAction = sellerAction(
  z.object({
    orderNumber: orderNumberSchema,
    claimId: z.union([z.literal("").transform(() => undefined), z.uuid()]),
    buyer,
  }),
  async ({ orderNumber, claimId, buyer }, { scope, now }) => {
    const outcome = await issueCorrectedInvoice(
      scope,
      { orderNumber, claimId, buyer },
      { render: renderInvoicePdf, now },
    );
    if (!outcome.ok) return outcome;
    const order = `/commandes/${encodeURIComponent(orderNumber)}`;
    revalidatePath(order);
    if (!claimId) redirect(`${order}?facture=${encodeURIComponent(outcome.value.invoiceNumber)}#factures`);
    revalidatePath(`/reclamations/${claimId}`);
    redirect(`/reclamations/${claimId}?solution=send_corrected_invoice#reponse-au-client`);
  },
);
