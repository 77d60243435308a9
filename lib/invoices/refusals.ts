import { sellerDiscountCents } from "@/lib/invoices/amounts";
import type { DraftLine, InvoiceDraft } from "@/lib/invoices/draft";
import { VAT_SCHEME_RULES } from "@/lib/invoices/rules";
import { vatTerritory } from "@/lib/invoices/vat-territory";
import { isAmountCents, sumCents } from "@/lib/money/cents";
import { isSupportedCurrency } from "@/lib/money/currency";
import type { VatScheme } from "@/lib/orders/order";
import { type Refusal, refused } from "@/lib/outcome";
import { missingIdentityMentions } from "@/lib/sellers/legal-identity";

export const INVOICE_REFUSALS = [
  "seller_identity_incomplete",
  "buyer_identity_incomplete",
  "invoice_without_lines",
  "invoice_amount_invalid",
  "vat_rate_and_scheme_disagree",
  "vat_schemes_cannot_mix",
  "export_not_invoiced_here",
  "discount_exceeds_total",
  "payments_exceed_total",
  "currency_not_supported",
  "euro_rate_missing",
  "preceding_invoice_missing",
] as const;
export type InvoiceRefusal = (typeof INVOICE_REFUSALS)[number];

/** What an invoice must say of its buyer. */
export const BUYER_FIELDS = ["name", "line1", "city", "country"] as const;

/** What stands against issuing this draft, or `undefined`. Asked before any number is drawn. */
export function refusalOf(draft: InvoiceDraft): Refusal<InvoiceRefusal> | undefined {
  return (
    sellerRefusal(draft) ??
    buyerRefusal(draft) ??
    amountRefusal(draft) ??
    exportRefusal(draft) ??
    vatRefusal(draft) ??
    currencyRefusal(draft)
  );
}

function sellerRefusal({ seller }: InvoiceDraft) {
  const problems = missingIdentityMentions(seller);
  return problems.length === 0
    ? undefined
    : refused("seller_identity_incomplete", Object.fromEntries(problems.map((one) => [one.field, [one.problem]])));
}

function buyerRefusal({ buyer, kind, precedingInvoice }: InvoiceDraft) {
  const said = { ...buyer.address, name: buyer.name };
  const fields = BUYER_FIELDS.filter((field) => said[field].trim() === "").map((field) => [field, ["missing"]]);
  if (fields.length > 0) {
    return refused("buyer_identity_incomplete", Object.fromEntries(fields));
  }
  return kind === "credit_note" && precedingInvoice === undefined ? refused("preceding_invoice_missing") : undefined;
}

function amountRefusal(draft: InvoiceDraft) {
  if (draft.lines.length === 0 && draft.shippingCents === 0) {
    return refused("invoice_without_lines");
  }
  const wrong = draft.lines.filter((line) => !isPriced(line)).map((line) => line.lineId);
  if (wrong.length > 0) {
    return refused("invoice_amount_invalid", { lines: wrong });
  }
  const others = [draft.shippingCents, ...draft.discounts, ...draft.payments].map((one) =>
    typeof one === "number" ? one : one.amountCents,
  );
  if (!others.every(isAmountCents)) {
    return refused("invoice_amount_invalid");
  }
  const beforeDiscount = sumCents(draft.lines.map((line) => line.quantity * line.unitPriceCents)) + draft.shippingCents;
  return sellerDiscountCents(draft) > beforeDiscount ? refused("discount_exceeds_total") : undefined;
}

function isPriced(line: DraftLine): boolean {
  return (
    Number.isSafeInteger(line.quantity) &&
    line.quantity > 0 &&
    isAmountCents(line.unitPriceCents) &&
    isAmountCents(line.quantity * line.unitPriceCents) &&
    (line.ecoParticipationCents ?? 0) <= line.unitPriceCents &&
    isAmountCents(line.ecoParticipationCents ?? 0)
  );
}

/**
 * Goods that leave the Union are exempt on proof of their export, which is not kept here: only a franchise, whose own
 * mention holds wherever the goods go, is invoiced.
 *
 * @see CGI, art. 262, I
 */
function exportRefusal({ deliveryAddress, buyer, lines }: InvoiceDraft) {
  const leavesUnion = vatTerritory(deliveryAddress ?? buyer.address) === "third";
  return leavesUnion && lines.some((line) => line.vatScheme !== "franchise")
    ? refused("export_not_invoiced_here")
    : undefined;
}

type Taxed = { readonly lineId: string; readonly vatScheme: VatScheme; readonly vatRateBps: number };

function vatRefusal(draft: InvoiceDraft) {
  const shipping: Taxed = {
    lineId: "shipping",
    vatScheme: draft.shippingVatScheme,
    vatRateBps: draft.shippingVatRateBps,
  };
  const taxed: readonly Taxed[] = draft.shippingCents > 0 ? [...draft.lines, shipping] : draft.lines;
  const wrong = taxed.filter((one) => !ratesAgree(one, draft)).map((one) => one.lineId);
  if (wrong.length > 0) {
    return refused("vat_rate_and_scheme_disagree", { lines: wrong });
  }
  // EN 16931 allows one exempt group, and one group per rate (BR-E-01, BR-S-08).
  const schemes = [...new Set(taxed.map((one) => one.vatScheme))];
  const exempt = schemes.filter((scheme) => !VAT_SCHEME_RULES[scheme].taxed);
  return exempt.length > 1 || schemes.length - exempt.length > 1 ? refused("vat_schemes_cannot_mix") : undefined;
}

function ratesAgree({ vatScheme, vatRateBps }: Taxed, { seller }: InvoiceDraft): boolean {
  const ofRegime = (seller.vatRegime === "franchise") === (vatScheme === "franchise");
  const ofScheme = VAT_SCHEME_RULES[vatScheme].taxed ? vatRateBps > 0 && vatRateBps < 10_000 : vatRateBps === 0;
  return ofRegime && ofScheme && Number.isSafeInteger(vatRateBps);
}

/** Amounts may be in any currency, but VAT is also stated in euros (CGI, ann. II, art. 242 nonies A). */
function currencyRefusal({ currency, euroRate }: InvoiceDraft) {
  if (!isSupportedCurrency(currency)) {
    return refused("currency_not_supported");
  }
  return currency !== "EUR" && euroRate === undefined ? refused("euro_rate_missing") : undefined;
}
