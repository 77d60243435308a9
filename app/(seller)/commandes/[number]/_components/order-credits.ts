import type { OrderDetails } from "@/db/queries/orders";
import { invoiceInForce } from "@/lib/invoices/order-documents";
import { sumCents } from "@/lib/money/cents";

/** What is left to credit on the invoice in force, and what was paid back without a credit note; cents. */
export function creditsOf({
  invoices,
  refunds,
  totalCents,
}: Pick<OrderDetails, "invoices" | "refunds" | "totalCents">) {
  const inForce = invoiceInForce(invoices);
  const notes = invoices.filter(
    ({ kind, precedingInvoiceId }) => kind === "credit_note" && precedingInvoiceId === (inForce?.id ?? null),
  );
  const creditedCents = sumCents(notes.map(({ grossCents }) => grossCents));
  const refundedCents = sumCents(refunds.map(({ amountCents, shippingCents }) => amountCents + shippingCents));
  const leftCents = Math.max(0, (inForce?.grossCents ?? totalCents) - creditedCents);
  return { leftCents, uncreditedCents: Math.min(leftCents, Math.max(0, refundedCents - creditedCents)) };
}
