import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import type { Issuer } from "@/db/queries/issuer";
import { invoices } from "@/db/schema/invoices";
import { orders } from "@/db/schema/orders";
import { invoiceSeries } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import type { InvoiceKind } from "@/lib/invoices/draft";
import type { InvoiceDocument } from "@/lib/invoices/invoice";
import { formatInvoiceNumber } from "@/lib/invoices/invoice-number";

/** Lays out and freezes the file; a failure throws, and the transaction gives the number back. */
export type RenderInvoice = (document: InvoiceDocument, number: string, issuedAt: Date) => Promise<Uint8Array>;

export type Issuing = { readonly render: RenderInvoice; readonly now: Instant };

/** The order's row, held until the end: one document of an order is issued at a time. */
export async function lockOrderOf(tx: Transaction, sellerId: string, number: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.number, number)))
    .for("update");
  return row?.id;
}

/** The series a number is drawn from, held until the end; credit notes have their own, locked before the invoices'. */
export async function lockSeries(tx: Transaction, sellerId: string, kind: InvoiceKind) {
  const [series] = await tx
    .select()
    .from(invoiceSeries)
    .where(and(eq(invoiceSeries.sellerId, sellerId), eq(invoiceSeries.kind, kind)))
    .orderBy(invoiceSeries.id)
    .limit(1)
    .for("update");
  return series;
}

export type LockedSeries = NonNullable<Awaited<ReturnType<typeof lockSeries>>>;

/** The seller's local day, never before the days given: those of the last document of the series, or of the invoice. */
export function issueDay({ zone }: Pick<Issuer, "zone">, now: Instant, ...notBefore: readonly (IsoDate | null)[]) {
  return notBefore.reduce<IsoDate>((day, other) => (other && other > day ? other : day), localDay(now, zone));
}

type ToFreeze = {
  readonly series: LockedSeries;
  readonly document: InvoiceDocument;
  readonly order: { readonly id: string; readonly number: string };
  readonly claimId: string | null;
  readonly precedingInvoiceId: string | null;
  readonly replacesInvoiceId: string | null;
};

/** Draw the next number of a locked series, lay the document out, and keep number, data, bytes and hash for good. */
export async function freezeDocument(
  tx: Transaction,
  scope: OneSellerScope,
  { series, document, order, claimId, precedingInvoiceId, replacesInvoiceId }: ToFreeze,
  { render, now }: Issuing,
): Promise<{ readonly id: string; readonly number: string }> {
  const { sellerId } = scope;
  const sequence = series.lastSequence + 1;
  const number = formatInvoiceNumber(series, sequence);
  const pdf = await render(document, number, new Date(now));
  const pdfSha256 = createHash("sha256").update(pdf).digest("hex");
  const id = uuidv7();
  const { kind, issuedOn, currency } = document;
  const { netCents, vatCents, grossCents } = document.totals;
  await tx
    .update(invoiceSeries)
    .set({ lastSequence: sequence, lastIssuedOn: issuedOn })
    .where(and(eq(invoiceSeries.sellerId, sellerId), eq(invoiceSeries.id, series.id)));
  await tx.insert(invoices).values({
    sellerId,
    id,
    kind,
    seriesId: series.id,
    sequence,
    number,
    issuedOn,
    issuedAt: now,
    orderId: order.id,
    claimId,
    precedingInvoiceId,
    replacesInvoiceId,
    currency,
    netCents,
    vatCents,
    grossCents,
    document,
    pdf,
    pdfSha256,
    issuedBy: actorText(scope.actor),
  });
  const { precedingInvoice } = document;
  const of = precedingInvoice ? { precedingNumber: precedingInvoice.number } : {};
  const payload = { number, orderNumber: order.number, issuedOn, grossCents, pdfSha256, ...of };
  await appendEvent(tx, {
    stream: { kind: "seller", id: sellerId, sellerId },
    actor: scope.actor,
    at: now,
    ...(kind === "invoice"
      ? { type: "invoice_issued", payload: { invoiceId: id, ...payload } }
      : { type: "credit_note_issued", payload: { creditNoteId: id, ...payload } }),
  });
  return { id, number };
}
