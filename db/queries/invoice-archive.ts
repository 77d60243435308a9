import { and, asc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { ordersOf } from "@/db/queries/uninvoiced";
import { invoices } from "@/db/schema/invoices";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { RunTarget } from "@/lib/invoices/bulk-run";
import type { InvoicePeriod } from "@/lib/invoices/period";

/** Documents issued in a period, those chosen, or the invoices of the orders of a run. */
export type ArchiveAsked =
  | { readonly period: InvoicePeriod }
  | { readonly ids: readonly string[] }
  | { readonly target: RunTarget };

/** What an archive holds, in its order; the bytes are read one by one as it is written. */
export async function listArchived(scope: SellerScope, asked: ArchiveAsked) {
  const { sellerId } = scope;
  return withScope(scope, async (tx) =>
    tx
      .select({
        id: invoices.id,
        kind: invoices.kind,
        number: invoices.number,
        issuedOn: invoices.issuedOn,
        sha256: invoices.pdfSha256,
        bytes: sql<number>`length(${invoices.pdf})::int`,
      })
      .from(invoices)
      .where(and(eq(invoices.sellerId, sellerId), await asking(tx, sellerId, asked)))
      .orderBy(asc(invoices.issuedOn), asc(invoices.number)),
  );
}

export type ArchivedInvoice = Awaited<ReturnType<typeof listArchived>>[number];

async function asking(tx: Transaction, sellerId: string, asked: ArchiveAsked): Promise<SQL | undefined> {
  if ("ids" in asked) return inArray(invoices.id, [...asked.ids]);
  if ("period" in asked) {
    return and(gte(invoices.issuedOn, asked.period.from), lt(invoices.issuedOn, asked.period.before));
  }
  const found = tx
    .select({ id: orders.id })
    .from(orders)
    .where(await ordersOf(tx, sellerId, asked.target));
  return and(eq(invoices.kind, "invoice"), inArray(invoices.orderId, found));
}
