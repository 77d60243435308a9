import { freezeDocument, type Issuing, issueDay, lockOrderOf, lockSeries } from "@/db/commands/numbered-document";
import { readIssuer } from "@/db/queries/issuer";
import { readIssuedDocuments } from "@/db/queries/order-documents";
import { withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import { creditNoteOf, creditOfRemainder, replacementDraft } from "@/lib/invoices/credit-note";
import type { InvoiceBuyer } from "@/lib/invoices/draft";
import { mayIssueHere, type RecordingReason } from "@/lib/invoices/invoice-issuer";
import { creditableInvoices } from "@/lib/invoices/order-documents";
import type { InvoiceRefusal } from "@/lib/invoices/refusals";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type CorrectedInvoice = {
  readonly creditNoteId: string;
  readonly creditNoteNumber: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  /** The number of the invoice that is cancelled and replaced. */
  readonly replacedNumber: string;
};

/** `credited_before`: part of the sale was credited, which one more invoice would charge again. */
export const CORRECTION_REFUSALS = ["no_invoice_to_correct", "credited_before", "same_buyer"] as const;
export type CorrectionRefusal =
  | "not_allowed"
  | "not_found"
  | "no_series"
  | (typeof CORRECTION_REFUSALS)[number]
  | RecordingReason
  | InvoiceRefusal;

/**
 * The order's invoice in another buyer's name: a credit note cancels the one in force, a new one replaces it, and both
 * name it. Two documents with their full amounts, never one with the difference; both numbers or neither are drawn.
 *
 * @see CIBS, art. L216-34 (correcting invoice); CGI, art. 289, I-5
 */
export async function issueCorrectedInvoice(
  scope: OneSellerScope,
  input: { readonly orderNumber: string; readonly claimId?: string | undefined; readonly buyer: InvoiceBuyer },
  issuing: Issuing,
): Promise<Outcome<CorrectedInvoice, CorrectionRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const orderId = await lockOrderOf(tx, sellerId, input.orderNumber);
    const issuer = await readIssuer(tx, sellerId);
    if (!orderId || !issuer) return refused("not_found", { orderNumber: ["not_found"] });
    const [creditable] = creditableInvoices(await readIssuedDocuments(tx, sellerId, orderId));
    if (!creditable) return refused("no_invoice_to_correct");
    const creditSeries = await lockSeries(tx, sellerId, "credit_note");
    const invoiceSeries = await lockSeries(tx, sellerId, "invoice");
    if (!creditSeries || !invoiceSeries) return refused("no_series");
    const { invoice, creditNotes, remainder, invoiceId } = creditable;
    if (creditNotes.length > 0) return refused("credited_before");
    if (isSameBuyer(invoice.buyer, input.buyer)) return refused("same_buyer");
    const days = [creditSeries.lastIssuedOn, invoiceSeries.lastIssuedOn, invoice.issuedOn];
    const issuedOn = issueDay(issuer, issuing.now, ...days);
    const { mode, size } = issuer;
    const facts = { mode, size, seller: invoice.seller, buyer: input.buyer, hasExternalInvoice: false, issuedOn };
    const here = mayIssueHere(facts);
    if (!here.ok) return here;
    const corrected = computeInvoice(replacementDraft(invoice, input.buyer, issuedOn));
    if (!corrected.ok) return corrected;
    const refunds = [{ method: "carried_over" as const, paidOn: issuedOn, amountCents: invoice.totals.grossCents }];
    const note = creditNoteOf({ invoice, creditNotes, credit: creditOfRemainder(remainder), issuedOn, refunds });
    if (!note.ok) throw new Error(`The whole of ${invoice.number} cannot be credited: ${note.reason}`);
    const order = { id: orderId, number: invoice.order.number };
    const shared = { order, claimId: input.claimId ?? null };
    const cancelling = { ...shared, precedingInvoiceId: invoiceId, replacesInvoiceId: null };
    const replacing = { ...shared, precedingInvoiceId: null, replacesInvoiceId: invoiceId };
    const credit = await freezeDocument(
      tx,
      scope,
      { series: creditSeries, document: note.value, ...cancelling },
      issuing,
    );
    const renewed = await freezeDocument(
      tx,
      scope,
      { series: invoiceSeries, document: corrected.value, ...replacing },
      issuing,
    );
    return accepted({
      creditNoteId: credit.id,
      creditNoteNumber: credit.number,
      invoiceId: renewed.id,
      invoiceNumber: renewed.number,
      replacedNumber: invoice.number,
    });
  });
}

function isSameBuyer(one: InvoiceBuyer, other: InvoiceBuyer): boolean {
  const facts = ({ kind, name, address, siren, vatNumber, purchaseOrder }: InvoiceBuyer) => {
    const { name: recipient, line1, line2, postcode, city, country } = address;
    return JSON.stringify([
      [kind, name, siren, vatNumber, purchaseOrder],
      [recipient, line1, line2, postcode, city, country],
    ]);
  };
  return facts(one) === facts(other);
}
