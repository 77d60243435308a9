import { creditOfRefund, creditOfRemainder } from "@/lib/invoices/credit-note";
import type { Credit, CreditableRemainder } from "@/lib/invoices/creditable-remainder";
import { divideHalfUp } from "@/lib/money/rounding";

/** Pieces that come back, an amount taken off, or both; cents, VAT included. */
export type AskedLine = {
  readonly lineId: string;
  readonly quantity?: number | undefined;
  readonly amountCents?: number | undefined;
};

/** What a seller wants to credit: all that is left, an amount paid back, or parts of the invoice. */
export type CreditAsked =
  | { readonly kind: "remainder" }
  | {
      readonly kind: "refund";
      readonly lineId?: string | undefined;
      readonly amountCents: number;
      readonly shippingCents: number;
    }
  | { readonly kind: "parts"; readonly lines: readonly AskedLine[]; readonly shippingCents: number };

/**
 * The credit in amounts. Pieces without an amount take their part of what is left of their line, so that the last
 * piece takes the last cent. What asks too much is left for `creditNoteOf` to refuse.
 */
export function creditOf(asked: CreditAsked, remainder: CreditableRemainder): Credit {
  switch (asked.kind) {
    case "remainder":
      return creditOfRemainder(remainder);
    case "refund":
      return creditOfRefund(remainder, asked);
    case "parts":
      return {
        lines: asked.lines.map(({ lineId, quantity, amountCents }) => ({
          lineId,
          quantity,
          amountCents: amountCents ?? priceOfPieces(remainder, lineId, quantity ?? 0),
        })),
        shippingCents: asked.shippingCents,
      };
  }
}

function priceOfPieces(remainder: CreditableRemainder, lineId: string, quantity: number): number {
  const left = remainder.lines.find((line) => line.lineId === lineId);
  if (!left || left.quantity === 0) return 0;
  return quantity >= left.quantity ? left.grossCents : divideHalfUp(left.grossCents * quantity, left.quantity);
}
