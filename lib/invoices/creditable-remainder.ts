import type { InvoiceDocument, VatGroup } from "@/lib/invoices/invoice";
import { sumCents } from "@/lib/money/cents";

/** Amounts taken back, VAT included. `quantity` when whole pieces come back; left out for a mere price reduction. */
export type Credit = {
  readonly lines: readonly {
    readonly lineId: string;
    readonly amountCents: number;
    readonly quantity?: number | undefined;
  }[];
  readonly shippingCents: number;
};

/** What of an invoice no credit note has taken back yet; amounts include VAT and the seller's discounts are already off. */
export type CreditableRemainder = {
  readonly lines: readonly CreditableLine[];
  readonly shippingCents: number;
  readonly vatGroups: readonly CreditableGroup[];
  readonly grossCents: number;
};

type CreditableLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly grossCents: number;
};

export type CreditableGroup = Pick<VatGroup, "vatScheme" | "vatRateBps" | "netCents" | "vatCents" | "grossCents">;

/** What remains to credit on an invoice after its earlier credit notes. */
export function creditableRemainder(
  invoice: InvoiceDocument,
  creditNotes: readonly InvoiceDocument[],
): CreditableRemainder {
  const lines = invoice.lines.map((line) => {
    const taken = creditNotes.flatMap((note) => note.lines).filter((one) => one.lineId === line.lineId);
    return {
      lineId: line.lineId,
      quantity: Math.max(0, line.quantity - sumCents(taken.map((one) => one.returnedQuantity ?? 0))),
      grossCents: line.grossCents - line.discountGrossCents - sumCents(taken.map((one) => one.grossCents)),
    };
  });
  const vatGroups = invoice.vatGroups.map((group) => groupLeft(group, creditNotes));
  const grossCents = sumCents(vatGroups.map((group) => group.grossCents));
  return { lines, vatGroups, grossCents, shippingCents: grossCents - sumCents(lines.map((line) => line.grossCents)) };
}

function groupLeft(group: VatGroup, creditNotes: readonly InvoiceDocument[]): CreditableGroup {
  const { vatScheme, vatRateBps } = group;
  const taken = creditNotes
    .flatMap((note) => note.vatGroups)
    .filter((one) => one.vatScheme === vatScheme && one.vatRateBps === vatRateBps);
  return {
    vatScheme,
    vatRateBps,
    netCents: group.netCents - sumCents(taken.map((one) => one.netCents)),
    vatCents: group.vatCents - sumCents(taken.map((one) => one.vatCents)),
    grossCents: group.grossCents - sumCents(taken.map((one) => one.grossCents)),
  };
}
