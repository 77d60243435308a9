import type { OrderDetails } from "@/db/queries/orders";
import type { CheckExpectation } from "@/lib/invoices/checker/finding";
import type { InvoiceKind } from "@/lib/invoices/draft";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

type Sale = Pick<OrderDetails, "totalCents"> & {
  readonly order: Pick<OrderDetails["order"], "number" | "customerKind" | "customerName" | "billingAddress">;
};

/** What an invoice of this seller must say; of this order too when it is known. A credit note may be for less. */
export function expectationOf(
  identity: SellerIdentity | null,
  sale?: Sale,
  kind: InvoiceKind = "invoice",
): CheckExpectation {
  const seller = identity ? { name: identity.name, status: identity.status } : undefined;
  if (!sale) return { seller };
  const { order, totalCents } = sale;
  return {
    seller,
    buyer: { name: order.billingAddress?.name ?? order.customerName, kind: order.customerKind },
    order: { number: order.number, totalCents: kind === "credit_note" ? undefined : totalCents },
  };
}
