import type { ClaimPage } from "@/db/queries/claim-page";
import { invoiceInForce } from "@/lib/invoices/order-documents";
import { creditsOf } from "../../../commandes/[number]/_components/order-credits";

/** Whether a kept promise lowers an invoiced price: postage paid back and an indemnity do not. */
export function hasCreditNote(
  { kind }: ClaimPage["commitments"][number],
  { order, invoices, seller, context }: ClaimPage,
): boolean {
  if (seller.invoicingMode !== "issued_here" || (kind !== "refund" && kind !== "price_reduction")) return false;
  const isInvoiced = invoiceInForce(invoices) !== undefined || order.order.externalInvoiceNumber !== null;
  return isInvoiced && creditsOf({ ...order, invoices, totalCents: context.order.totalCents }).leftCents > 0;
}
