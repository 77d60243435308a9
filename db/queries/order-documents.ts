import { and, asc, eq } from "drizzle-orm";
import type { OrderFacts } from "@/db/queries/order-facts";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/scope";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import type { PrecedingInvoice } from "@/lib/invoices/draft";
import {
  type CreditableInvoice,
  creditableInvoices,
  externalCreditable,
  type IssuedDocument,
} from "@/lib/invoices/order-documents";
import { draftOfOrder } from "@/lib/invoices/order-draft";
import type { InvoiceRefusal } from "@/lib/invoices/refusals";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

/** Invoices and credit notes of an order as data, without their bytes, in the order they were issued. */
export async function readIssuedDocuments(
  tx: Transaction,
  sellerId: string,
  orderId: string,
): Promise<readonly IssuedDocument[]> {
  return tx
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      document: invoices.document,
      precedingInvoiceId: invoices.precedingInvoiceId,
      replacesInvoiceId: invoices.replacesInvoiceId,
    })
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orderId)))
    .orderBy(asc(invoices.issuedAt), asc(invoices.id));
}

type Issuer = { readonly identity: SellerIdentity | null; readonly zone: ZoneId };

/**
 * The order's invoices that a credit note may refer to: those issued here, the one in force first; else the one
 * issued elsewhere, as the order knows it or, when it knows none, as `external` names it. Empty when there is none.
 */
export function creditablesOf(
  facts: OrderFacts,
  issued: readonly IssuedDocument[],
  { identity, zone, external }: Issuer & { readonly external?: PrecedingInvoice | undefined },
): Outcome<readonly CreditableInvoice[], InvoiceRefusal> {
  const own = creditableInvoices(issued);
  if (own.length > 0) return accepted(own);
  const elsewhere = externalOf(facts) ?? external;
  if (!elsewhere) return accepted([]);
  if (!identity) return refused("seller_identity_incomplete", { identity: ["missing"] });
  const document = computeInvoice(draftOfOrder(facts, { identity, zone, issuedOn: elsewhere.issuedOn }));
  return document.ok ? accepted([externalCreditable(document.value, elsewhere.number, issued)]) : document;
}

function externalOf({ order }: OrderFacts): PrecedingInvoice | undefined {
  const { externalInvoiceNumber: number, externalInvoiceOn: issuedOn } = order;
  return number && issuedOn ? { number, issuedOn } : undefined;
}

/** What was paid back on the order, as a credit note says it; days are the seller's. */
export function refundsOf({ refunds }: Pick<OrderFacts, "refunds">, zone: ZoneId) {
  return refunds.map(({ amountCents, shippingCents, paidAt }) => ({
    method: "other" as const,
    paidOn: localDay(paidAt, zone),
    amountCents: amountCents + shippingCents,
  }));
}
