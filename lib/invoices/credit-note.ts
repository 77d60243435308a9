import type { IsoDate } from "@/lib/calendar/civil-day";
import { documentOf } from "@/lib/invoices/compute-invoice";
import { creditAmounts } from "@/lib/invoices/credit-amounts";
import { type Credit, type CreditableRemainder, creditableRemainder } from "@/lib/invoices/creditable-remainder";
import type { InvoiceBuyer, InvoiceDraft, InvoicePayment } from "@/lib/invoices/draft";
import type { InvoiceDocument, NumberedInvoice } from "@/lib/invoices/invoice";
import { allocateCents } from "@/lib/money/allocation";
import { isAmountCents, sumCents } from "@/lib/money/cents";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export const CREDIT_REFUSALS = [
  "nothing_left_to_credit",
  "credit_line_unknown",
  "credit_amount_invalid",
  "credit_exceeds_remainder",
  "payments_exceed_total",
] as const;
export type CreditRefusal = (typeof CREDIT_REFUSALS)[number];

export type CreditRequest = {
  readonly invoice: NumberedInvoice;
  /** Credit notes already issued on this invoice. */
  readonly creditNotes: readonly InvoiceDocument[];
  readonly credit: Credit;
  readonly issuedOn: IsoDate;
  /** What was paid back already, with its means. */
  readonly refunds: readonly InvoicePayment[];
};

/**
 * A credit note, full or partial, that refers to its invoice and never takes back more than remains.
 *
 * Amounts are positive (EN 16931, type 381). The last credit of a VAT group takes the VAT that is left, so that a
 * full series of credit notes cancels the invoice to the cent. An invoice issued elsewhere has no document here:
 * its credit note is a draft of kind `credit_note` given to `computeInvoice`.
 *
 * @see CIBS, art. L216-34 (correcting invoice); CGI, art. 272 and ann. II, art. 242 nonies A
 */
export function creditNoteOf(request: CreditRequest): Outcome<InvoiceDocument, CreditRefusal> {
  const { invoice, credit, refunds } = request;
  const remainder = creditableRemainder(invoice, request.creditNotes);
  const refusal = refusalOf(credit, remainder);
  if (refusal !== undefined) {
    return refused(refusal);
  }
  const amounts = creditAmounts(invoice, remainder, credit);
  const paidCents = sumCents(refunds.map((refund) => refund.amountCents));
  if (paidCents > amounts.totals.grossCents) {
    return refused("payments_exceed_total");
  }
  return accepted(documentOf(creditDraft(request), amounts, { payments: refunds, paidCents }));
}

/** Everything that remains, delivery included. */
export function creditOfRemainder(remainder: CreditableRemainder): Credit {
  return {
    lines: remainder.lines.filter((line) => line.grossCents > 0).map((line) => creditedLine(line, line.grossCents)),
    shippingCents: remainder.shippingCents,
  };
}

/**
 * The credit that a refund proposes: its line, or all lines pro rata when it names none, the delivery last. Capped at
 * what remains; a line paid back whole is credited with its pieces.
 */
export function creditOfRefund(
  remainder: CreditableRemainder,
  refund: { readonly lineId?: string | undefined; readonly amountCents: number; readonly shippingCents: number },
): Credit {
  const lines = remainder.lines.filter((line) => refund.lineId === undefined || line.lineId === refund.lineId);
  const left = lines.map((line) => line.grossCents);
  const onLines = Math.min(refund.amountCents, sumCents(left));
  const beyondLines = refund.lineId === undefined ? refund.amountCents - onLines : 0;
  const shares = allocateCents(onLines, left);
  return {
    lines: lines.map((line, index) => creditedLine(line, shares[index] ?? 0)).filter((line) => line.amountCents > 0),
    shippingCents: Math.min(refund.shippingCents + beyondLines, remainder.shippingCents),
  };
}

/** All that is left of a line takes its pieces with it; less is a price reduction. */
function creditedLine({ lineId, quantity, grossCents }: CreditableRemainder["lines"][number], amountCents: number) {
  return { lineId, amountCents, quantity: amountCents === grossCents && quantity > 0 ? quantity : undefined };
}

/**
 * Draft of the invoice that replaces one credited in full: the same sale in another buyer's name.
 *
 * The two are linked by the reference to the invoice replaced; they are never netted.
 */
export function replacementDraft(invoice: NumberedInvoice, buyer: InvoiceBuyer, issuedOn: IsoDate): InvoiceDraft {
  const discount = invoice.adjustments.filter((one) => one.kind === "seller_discount");
  return {
    ...creditDraft({ invoice, issuedOn }),
    kind: "invoice",
    buyer,
    ...shippingOf(invoice),
    discounts: [{ amountCents: sumCents(discount.map((one) => one.grossCents)), fundedBy: "seller" }],
    payments: invoice.payments,
    settlement: invoice.settlement,
  };
}

function creditDraft({ invoice, issuedOn }: Pick<CreditRequest, "invoice" | "issuedOn">): InvoiceDraft {
  const { seller, buyer, deliveryAddress, order, shippedOn, deliveredOn, currency } = invoice;
  return {
    kind: "credit_note",
    seller,
    buyer,
    deliveryAddress,
    order,
    shippedOn,
    deliveredOn,
    lines: invoice.lines.map((line) => ({
      lineId: line.lineId,
      sku: line.sku,
      name: line.name,
      quantity: line.quantity,
      unitPriceCents: line.unitGrossCents,
      vatRateBps: line.vatRateBps,
      vatScheme: line.vatScheme,
      kind: line.kind,
      ecoParticipationCents: line.ecoParticipationCents / line.quantity,
    })),
    ...shippingOf(invoice),
    discounts: [],
    payments: [],
    currency,
    euroRate: invoice.vatInEuro?.rate,
    issuedOn,
    precedingInvoice: { number: invoice.number, issuedOn: invoice.issuedOn },
  };
}

function shippingOf(invoice: InvoiceDocument) {
  const shipping = invoice.adjustments.find((one) => one.kind === "shipping");
  return {
    shippingCents: shipping?.grossCents ?? 0,
    shippingVatRateBps: shipping?.vatRateBps ?? 0,
    shippingVatScheme: shipping?.vatScheme ?? "standard",
  };
}

function refusalOf(credit: Credit, remainder: CreditableRemainder): CreditRefusal | undefined {
  if (remainder.grossCents === 0) {
    return "nothing_left_to_credit";
  }
  const ids = credit.lines.map((line) => line.lineId);
  const left = new Map(remainder.lines.map((line) => [line.lineId, line]));
  if (ids.some((id) => !left.has(id))) {
    return "credit_line_unknown";
  }
  const asked = [...credit.lines.map((line) => line.amountCents), credit.shippingCents];
  if (!asked.every(isAmountCents) || sumCents(asked) === 0) {
    return "credit_amount_invalid";
  }
  if (new Set(ids).size < ids.length || credit.lines.some((line) => (line.quantity ?? 1) < 1)) {
    return "credit_amount_invalid";
  }
  const tooMuch = credit.lines.some(
    ({ lineId, amountCents, quantity = 0 }) =>
      amountCents > (left.get(lineId)?.grossCents ?? 0) || quantity > (left.get(lineId)?.quantity ?? 0),
  );
  return tooMuch || credit.shippingCents > remainder.shippingCents ? "credit_exceeds_remainder" : undefined;
}
