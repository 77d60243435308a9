import { and, asc, desc, eq, gt, gte, isNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import { invoiceRuns } from "@/db/schema/invoice-runs";
import { invoices } from "@/db/schema/invoices";
import { orders, parcels } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { startOfDay, zoneId } from "@/lib/calendar/zone";
import type { InvoicePeriod } from "@/lib/invoices/period";

/** The last run of a seller, so that its page shows how far it is; undefined before the first. */
export async function findLastRun(scope: OneSellerScope) {
  const [run] = await withScope(scope, (tx) =>
    tx
      .select()
      .from(invoiceRuns)
      .where(eq(invoiceRuns.sellerId, scope.sellerId))
      .orderBy(desc(invoiceRuns.createdAt), desc(invoiceRuns.id))
      .limit(1),
  );
  return run;
}

export type InvoiceRun = NonNullable<Awaited<ReturnType<typeof findLastRun>>>;

/** Orders of a period that left and have no invoice, here or elsewhere. */
export async function countUninvoiced(scope: OneSellerScope, period: InvoicePeriod): Promise<number> {
  return withScope(scope, (tx) => countUninvoicedIn(tx, scope.sellerId, period));
}

export async function countUninvoicedIn(tx: Transaction, sellerId: string, period: InvoicePeriod): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(await uninvoiced(tx, sellerId, period));
  return row?.count ?? 0;
}

/** The next order to invoice after a number, in the order of numbers. */
export async function nextUninvoiced(
  tx: Transaction,
  {
    sellerId,
    period,
    after,
  }: { readonly sellerId: string; readonly period: InvoicePeriod; readonly after: string | null },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ number: orders.number })
    .from(orders)
    .where(and(await uninvoiced(tx, sellerId, period), after === null ? undefined : gt(orders.number, after)))
    .orderBy(asc(orders.number))
    .limit(1);
  return row?.number;
}

/** The period's days are the seller's. An order is invoiced once something of it has left. */
async function uninvoiced(
  tx: Transaction,
  sellerId: string,
  { from, before }: InvoicePeriod,
): Promise<SQL | undefined> {
  const [seller] = await tx.select({ zone: sellers.zone }).from(sellers).where(eq(sellers.id, sellerId));
  const zone = zoneId(seller?.zone ?? "Europe/Paris");
  const invoiced = tx
    .select({ one: sql`1` })
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orders.id), eq(invoices.kind, "invoice")));
  const left = tx
    .select({ one: sql`1` })
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), eq(parcels.orderId, orders.id), sql`${parcels.shippedAt} is not null`));
  return and(
    eq(orders.sellerId, sellerId),
    gte(orders.placedAt, startOfDay(from, zone)),
    lt(orders.placedAt, startOfDay(before, zone)),
    isNull(orders.externalInvoiceNumber),
    notExists(invoiced),
    sql`exists ${left}`,
  );
}
