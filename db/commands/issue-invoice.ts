import { and, eq, isNull } from "drizzle-orm";
import { freezeDocument, type Issuing, issueDay, lockOrderOf, lockSeries } from "@/db/commands/numbered-document";
import { type Issuer, readIssuer } from "@/db/queries/issuer";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { invoices } from "@/db/schema/invoices";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { mayIssueHere, type RecordingReason } from "@/lib/invoices/invoice-issuer";
import { draftOfOrder } from "@/lib/invoices/order-draft";
import type { InvoiceRefusal } from "@/lib/invoices/refusals";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type InvoiceAsked = { readonly orderNumber: string; readonly claimId?: string | undefined };

export type IssuedInvoice = {
  readonly invoiceId: string;
  readonly number: string;
  readonly result: "issued" | "already_issued";
};
export type IssueRefusal = "not_allowed" | "not_found" | "no_series" | RecordingReason | InvoiceRefusal;

/**
 * Issue the invoice of an order, once: a second call finds the first one.
 *
 * Number, date, data, PDF and hash are written in one transaction under the lock of the series, so that numbers
 * have no gap and none is drawn for what is refused. The date is the seller's local day, never before the last one's.
 *
 * @see CGI, ann. II, art. 242 nonies A, and Code de commerce, art. L441-9
 */
export async function issueInvoice(
  scope: OneSellerScope,
  input: InvoiceAsked,
  issuing: Issuing,
): Promise<Outcome<IssuedInvoice, IssueRefusal>> {
  return withScope(scope, (tx) => issueInvoiceIn(tx, scope, input, issuing));
}

/** The same in a transaction that also keeps what the issuing is a part of. */
export async function issueInvoiceIn(
  tx: Transaction,
  scope: OneSellerScope,
  input: InvoiceAsked,
  issuing: Issuing,
): Promise<Outcome<IssuedInvoice, IssueRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  const orderId = await lockOrderOf(tx, sellerId, input.orderNumber);
  const facts = orderId && (await readOrderFacts(tx, sellerId, orderId));
  if (!facts) return refused("not_found", { orderNumber: ["not_found"] });
  const existing = await findInvoice(tx, facts);
  if (existing) return accepted({ ...existing, result: "already_issued" });
  const series = await lockSeries(tx, sellerId, "invoice");
  if (!series) return refused("no_series");
  const issuer = await readIssuer(tx, sellerId);
  if (!issuer) throw new Error(`Seller ${sellerId} disappeared`);
  const document = documentOfOrder(facts, issuer, issueDay(issuer, issuing.now, series.lastIssuedOn));
  if (!document.ok) return document;
  const toFreeze = {
    series,
    document: document.value,
    order: facts.order,
    claimId: input.claimId ?? null,
    precedingInvoiceId: null,
    replacesInvoiceId: null,
  };
  const { id, number } = await freezeDocument(tx, scope, toFreeze, issuing);
  return accepted({ invoiceId: id, number, result: "issued" });
}

async function findInvoice(tx: Transaction, { order }: OrderFacts) {
  const [row] = await tx
    .select({ invoiceId: invoices.id, number: invoices.number })
    .from(invoices)
    .where(
      and(
        eq(invoices.sellerId, order.sellerId),
        eq(invoices.orderId, order.id),
        eq(invoices.kind, "invoice"),
        isNull(invoices.replacesInvoiceId),
      ),
    );
  return row;
}

function documentOfOrder(
  facts: OrderFacts,
  { identity, zone, mode, size }: Issuer,
  issuedOn: IsoDate,
): Outcome<InvoiceDocument, IssueRefusal> {
  if (!identity) return refused("seller_identity_incomplete", { identity: ["missing"] });
  const draft = draftOfOrder(facts, { identity, zone, issuedOn });
  const hasExternalInvoice = facts.order.externalInvoiceNumber !== null;
  const here = mayIssueHere({ mode, size, seller: identity, buyer: draft.buyer, hasExternalInvoice, issuedOn });
  return here.ok ? computeInvoice(draft) : here;
}
