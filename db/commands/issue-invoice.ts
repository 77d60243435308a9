import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { invoices } from "@/db/schema/invoices";
import { orders } from "@/db/schema/orders";
import { invoiceSeries, sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { mayIssueHere, type RecordingReason } from "@/lib/invoices/invoice-issuer";
import { formatInvoiceNumber } from "@/lib/invoices/invoice-number";
import { draftOfOrder } from "@/lib/invoices/order-draft";
import type { InvoiceRefusal } from "@/lib/invoices/refusals";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type IssuedInvoice = {
  readonly invoiceId: string;
  readonly number: string;
  readonly result: "issued" | "already_issued";
};
export type IssueRefusal = "not_allowed" | "not_found" | "no_series" | RecordingReason | InvoiceRefusal;

/** Lays out and freezes the file; a failure throws, and the transaction gives the number back. */
export type RenderInvoice = (document: InvoiceDocument, number: string, issuedAt: Date) => Promise<Uint8Array>;

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
  input: { readonly orderNumber: string; readonly claimId?: string | undefined },
  { render, now }: { readonly render: RenderInvoice; readonly now: Instant },
): Promise<Outcome<IssuedInvoice, IssueRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const orderId = await lockOrder(tx, scope.sellerId, input.orderNumber);
    const facts = orderId && (await readOrderFacts(tx, scope.sellerId, orderId));
    if (!facts) return refused("not_found", { orderNumber: ["not_found"] });
    const existing = await findInvoice(tx, facts);
    if (existing) return accepted({ ...existing, result: "already_issued" });
    const series = await lockSeries(tx, scope.sellerId);
    if (!series) return refused("no_series");
    const document = await computeDocument(tx, facts, { now, notBefore: series.lastIssuedOn });
    if (!document.ok) return document;
    const sequence = series.lastSequence + 1;
    const number = formatInvoiceNumber(series, sequence);
    const pdf = await render(document.value, number, new Date(now));
    const issued = { facts, series, sequence, number, document: document.value, pdf };
    return accepted(await storeInvoice(tx, scope, { ...issued, claimId: input.claimId ?? null, now }));
  });
}

async function lockOrder(tx: Transaction, sellerId: string, number: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.number, number)))
    .for("update");
  return row?.id;
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

async function lockSeries(tx: Transaction, sellerId: string) {
  const [series] = await tx
    .select()
    .from(invoiceSeries)
    .where(and(eq(invoiceSeries.sellerId, sellerId), eq(invoiceSeries.kind, "invoice")))
    .orderBy(invoiceSeries.id)
    .limit(1)
    .for("update");
  return series;
}

async function computeDocument(
  tx: Transaction,
  facts: OrderFacts,
  { now, notBefore }: { readonly now: Instant; readonly notBefore: IsoDate | null },
): Promise<Outcome<InvoiceDocument, IssueRefusal>> {
  const [seller] = await tx
    .select({
      identity: sellers.legalIdentity,
      zone: sellers.zone,
      mode: sellers.invoicingMode,
      size: sellers.companySize,
    })
    .from(sellers)
    .where(eq(sellers.id, facts.order.sellerId));
  if (!seller?.identity) return refused("seller_identity_incomplete", { identity: ["missing"] });
  const zone = zoneId(seller.zone);
  const today = localDay(now, zone);
  const issuedOn = notBefore && notBefore > today ? notBefore : today;
  const draft = draftOfOrder(facts, { identity: seller.identity, zone, issuedOn });
  const here = mayIssueHere({
    mode: seller.mode,
    size: seller.size,
    seller: seller.identity,
    buyer: draft.buyer,
    hasExternalInvoice: facts.order.externalInvoiceNumber !== null,
    issuedOn,
  });
  return here.ok ? computeInvoice(draft) : here;
}

type ToStore = {
  readonly facts: OrderFacts;
  readonly series: NonNullable<Awaited<ReturnType<typeof lockSeries>>>;
  readonly sequence: number;
  readonly number: string;
  readonly document: InvoiceDocument;
  readonly pdf: Uint8Array;
  readonly claimId: string | null;
  readonly now: Instant;
};

async function storeInvoice(tx: Transaction, scope: OneSellerScope, issued: ToStore): Promise<IssuedInvoice> {
  const { facts, series, sequence, number, document, pdf, claimId, now } = issued;
  const { sellerId } = scope;
  const invoiceId = uuidv7();
  const pdfSha256 = createHash("sha256").update(pdf).digest("hex");
  const { netCents, vatCents, grossCents } = document.totals;
  await tx
    .update(invoiceSeries)
    .set({ lastSequence: sequence, lastIssuedOn: document.issuedOn })
    .where(and(eq(invoiceSeries.sellerId, sellerId), eq(invoiceSeries.id, series.id)));
  await tx.insert(invoices).values({
    sellerId,
    id: invoiceId,
    kind: "invoice",
    seriesId: series.id,
    sequence,
    number,
    issuedOn: document.issuedOn,
    issuedAt: now,
    orderId: facts.order.id,
    claimId,
    currency: document.currency,
    netCents,
    vatCents,
    grossCents,
    document,
    pdf,
    pdfSha256,
    issuedBy: actorText(scope.actor),
  });
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    type: "invoice_issued",
    actor: scope.actor,
    at: now,
    payload: { invoiceId, number, orderNumber: facts.order.number, issuedOn: document.issuedOn, grossCents, pdfSha256 },
  });
  return { invoiceId, number, result: "issued" };
}
