import { and, eq, isNull } from "drizzle-orm";
import {
  freezeDocument,
  type Issuing,
  issueDay,
  type LockedSeries,
  lockOrderOf,
  lockSeries,
} from "@/db/commands/numbered-document";
import { type Issuer, readIssuer } from "@/db/queries/issuer";
import { creditablesOf, readIssuedDocuments, refundsOf } from "@/db/queries/order-documents";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { type CreditAsked, creditOf } from "@/lib/invoices/credit-asked";
import { type CreditRefusal, creditNoteOf } from "@/lib/invoices/credit-note";
import type { PrecedingInvoice } from "@/lib/invoices/draft";
import { mayIssueHere, type RecordingReason } from "@/lib/invoices/invoice-issuer";
import { type CreditableInvoice, refundsToState } from "@/lib/invoices/order-documents";
import type { InvoiceRefusal } from "@/lib/invoices/refusals";
import { sumCents } from "@/lib/money/cents";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type CreditNoteInput = {
  readonly orderNumber: string;
  readonly claimId?: string | undefined;
  /** Of the order's invoices, the one in force when absent. */
  readonly invoiceId?: string | undefined;
  /** The invoice issued elsewhere, when the order does not know it. */
  readonly externalInvoice?: PrecedingInvoice | undefined;
  readonly asked: CreditAsked;
  /** What was left when the reader looked: sent twice, the second one is refused. */
  readonly remainingCents?: number | undefined;
};

export type IssuedCreditNote = {
  readonly creditNoteId: string;
  readonly number: string;
  readonly precedingNumber: string;
  readonly grossCents: number;
  /** What may still be credited on the invoice, in cents. */
  readonly remainingCents: number;
};

export type CreditNoteRefusal =
  | "not_allowed"
  | "not_found"
  | "no_series"
  | "no_invoice_to_credit"
  | "remainder_changed"
  | RecordingReason
  | InvoiceRefusal
  | CreditRefusal;

/**
 * Issue a credit note on an invoice of the order, own or external, never beyond what is left of it.
 *
 * Numbered, dated and frozen like an invoice, in one transaction under the lock of its series.
 *
 * @see CIBS, art. L216-34 (correcting invoice); CGI, ann. II, art. 242 nonies A
 */
export async function issueCreditNote(
  scope: OneSellerScope,
  input: CreditNoteInput,
  issuing: Issuing,
): Promise<Outcome<IssuedCreditNote, CreditNoteRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const orderId = await lockOrderOf(tx, sellerId, input.orderNumber);
    const facts = orderId && (await readOrderFacts(tx, sellerId, orderId));
    const issuer = await readIssuer(tx, sellerId);
    if (!facts || !issuer) return refused("not_found", { orderNumber: ["not_found"] });
    const creditable = await findCreditable(tx, facts, issuer, input);
    if (!creditable.ok) return creditable;
    const left = creditable.value.remainder.grossCents;
    if (input.remainingCents !== undefined && input.remainingCents !== left) return refused("remainder_changed");
    const series = await lockSeries(tx, sellerId, "credit_note");
    if (!series) return refused("no_series");
    return creditInvoice(tx, scope, { facts, issuer, series, creditable: creditable.value, input }, issuing);
  });
}

async function findCreditable(
  tx: Transaction,
  facts: OrderFacts,
  issuer: Issuer,
  { invoiceId, externalInvoice }: CreditNoteInput,
): Promise<Outcome<CreditableInvoice, CreditNoteRefusal>> {
  const issued = await readIssuedDocuments(tx, facts.order.sellerId, facts.order.id);
  const found = creditablesOf(facts, issued, { ...issuer, external: externalInvoice });
  if (!found.ok) return found;
  const chosen = invoiceId === undefined ? found.value[0] : found.value.find((one) => one.invoiceId === invoiceId);
  return chosen ? accepted(chosen) : refused("no_invoice_to_credit");
}

type Crediting = {
  readonly facts: OrderFacts;
  readonly issuer: Issuer;
  readonly series: LockedSeries;
  readonly creditable: CreditableInvoice;
  readonly input: Pick<CreditNoteInput, "asked" | "claimId">;
};

async function creditInvoice(
  tx: Transaction,
  scope: OneSellerScope,
  { facts, issuer, series, creditable, input }: Crediting,
  issuing: Issuing,
): Promise<Outcome<IssuedCreditNote, CreditNoteRefusal>> {
  const { invoice, creditNotes, remainder, invoiceId } = creditable;
  const { mode, size, zone } = issuer;
  const issuedOn = issueDay(issuer, issuing.now, series.lastIssuedOn, invoice.issuedOn);
  const { seller, buyer } = invoice;
  const here = mayIssueHere({ mode, size, seller, buyer, hasExternalInvoice: false, issuedOn });
  if (!here.ok) return here;
  const credit = creditOf(input.asked, remainder);
  const grossCents = credit.shippingCents + sumCents(credit.lines.map((line) => line.amountCents));
  const refunds = refundsToState(refundsOf(facts, zone), creditNotes, grossCents);
  const note = creditNoteOf({ invoice, creditNotes, credit, issuedOn, refunds });
  if (!note.ok) return note;
  const toFreeze = {
    series,
    document: note.value,
    order: facts.order,
    claimId: input.claimId ?? null,
    precedingInvoiceId: invoiceId,
    replacesInvoiceId: null,
  };
  const { id, number } = await freezeDocument(tx, scope, toFreeze, issuing);
  if (invoiceId === null) await keepExternalInvoice(tx, facts, invoice);
  const remainingCents = remainder.grossCents - grossCents;
  return accepted({ creditNoteId: id, number, precedingNumber: invoice.number, grossCents, remainingCents });
}

/** The order knows the invoice issued elsewhere from now on: it is not invoiced here as well, nor credited under another number. */
async function keepExternalInvoice(tx: Transaction, { order }: OrderFacts, { number, issuedOn }: PrecedingInvoice) {
  await tx
    .update(orders)
    .set({ externalInvoiceNumber: number, externalInvoiceOn: issuedOn })
    .where(and(eq(orders.sellerId, order.sellerId), eq(orders.id, order.id), isNull(orders.externalInvoiceNumber)));
}
