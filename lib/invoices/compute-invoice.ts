import { type Amounts, computeAmounts } from "@/lib/invoices/amounts";
import type { InvoiceDraft, InvoicePayment } from "@/lib/invoices/draft";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { exemptionOf, mentionsOf, operationCategory } from "@/lib/invoices/mentions";
import { type InvoiceRefusal, refusalOf } from "@/lib/invoices/refusals";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";
import { sumCents } from "@/lib/money/cents";
import { scaleHalfUp } from "@/lib/money/rounding";
import { accepted, type Outcome, refused } from "@/lib/outcome";

const MICROS_OF_ONE = 1_000_000;

/**
 * The document a draft becomes, or why it cannot: nothing is numbered here, so a refusal costs no number.
 *
 * The total is what the customer paid plus what a marketplace paid for them; prices are gross and never grow.
 *
 * @see CGI, ann. II, art. 242 nonies A; Code de commerce, art. L441-9; décret 2022-1299
 */
export function computeInvoice(draft: InvoiceDraft): Outcome<InvoiceDocument, InvoiceRefusal> {
  const refusal = refusalOf(draft);
  if (refusal !== undefined) {
    return refusal;
  }
  const amounts = computeAmounts(draft);
  const payments = [...draft.payments, ...marketplacePayments(draft)];
  const paidCents = sumCents(payments.map((payment) => payment.amountCents));
  if (paidCents > amounts.totals.grossCents) {
    return refused("payments_exceed_total");
  }
  return accepted(documentOf(draft, amounts, { payments, paidCents }));
}

type Settlement = { readonly payments: readonly InvoicePayment[]; readonly paidCents: number };

/** Lays computed amounts into a document; also the way a credit note keeps the amounts of its invoice. */
export function documentOf(
  draft: InvoiceDraft,
  amounts: Amounts,
  { payments, paidCents }: Settlement,
): InvoiceDocument {
  const { kind, issuedOn, currency, seller, buyer, deliveryAddress, order, shippedOn, deliveredOn } = draft;
  const dueCents = amounts.totals.grossCents - paidCents;
  return {
    version: 1,
    kind,
    issuedOn,
    dueOn: dueCents > 0 && draft.settlement === undefined ? (draft.dueOn ?? issuedOn) : undefined,
    currency,
    seller,
    buyer,
    deliveryAddress,
    order,
    shippedOn,
    deliveredOn,
    operation: operationCategory(draft.lines),
    lines: amounts.lines,
    adjustments: amounts.adjustments,
    vatGroups: withExemptions(amounts, draft),
    totals: { ...amounts.totals, paidCents, dueCents },
    payments,
    settlement: draft.settlement,
    mentions: mentionsOf(draft, amounts.vatGroups),
    precedingInvoice: draft.precedingInvoice,
    vatInEuro: vatInEuro(draft, amounts.totals.vatCents),
  };
}

/** A discount the marketplace funds is a third party's payment: it lowers what is due, not the total. */
function marketplacePayments(draft: InvoiceDraft): readonly InvoicePayment[] {
  const paidOn = draft.payments[0]?.paidOn ?? draft.order.placedOn;
  return draft.discounts
    .filter((discount) => discount.fundedBy === "marketplace" && discount.amountCents > 0)
    .map(({ amountCents }) => ({ method: "marketplace" as const, paidOn, amountCents }));
}

function withExemptions({ vatGroups }: Amounts, draft: InvoiceDraft): InvoiceDocument["vatGroups"] {
  return vatGroups.map((group) => {
    const wording = exemptionOf(group, draft);
    return wording === undefined
      ? group
      : { ...group, exemption: { reason: wording.text, code: VAT_SCHEME_RULES[group.vatScheme].vatex } };
  });
}

function vatInEuro({ currency, euroRate }: InvoiceDraft, vatCents: number): InvoiceDocument["vatInEuro"] {
  return currency === "EUR" || euroRate === undefined
    ? undefined
    : { vatCents: scaleHalfUp(vatCents, euroRate.micros, MICROS_OF_ONE), rate: euroRate };
}
