import { issueCreditNote } from "@/db/commands/issue-credit-note";
import { findCreditable } from "@/db/queries/creditable";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { creditOf } from "@/lib/invoices/credit-asked";
import type { RefundBody } from "@/lib/orders/schema";
import { renderInvoicePdf } from "@/lib/server/pdf/invoice";

/**
 * The credit note of a refund just recorded: issued when asked for, else proposed. The refund stands either way,
 * since the money is paid; null when the order has no invoice, or none with anything left.
 */
export async function creditOfRecordedRefund(
  scope: SellerScope,
  { number, refund, isAsked }: { readonly number: string; readonly refund: RefundBody; readonly isAsked: boolean },
  now: Instant,
) {
  const found = await findCreditable(scope, number);
  const [creditable] = found?.creditables.ok ? found.creditables.value : [];
  if (!creditable || creditable.remainder.grossCents === 0) return null;
  const asked = { kind: "refund" as const, ...refund };
  if (!isAsked) {
    const { lines, shippingCents } = creditOf(asked, creditable.remainder);
    return { state: "proposed" as const, lines, shippingCents };
  }
  const issued = await issueCreditNote(scope, { orderNumber: number, asked }, { render: renderInvoicePdf, now });
  if (!issued.ok) return { state: "refused" as const, reason: issued.reason };
  const { number: noteNumber, grossCents, remainingCents } = issued.value;
  return { state: "issued" as const, number: noteNumber, grossCents, remainingCents };
}
