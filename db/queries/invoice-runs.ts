import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { toInvoice } from "@/db/queries/uninvoiced";
import { invoiceRuns } from "@/db/schema/invoice-runs";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { RunTarget } from "@/lib/invoices/bulk-run";

/** The last runs of a seller, latest first. */
export async function listRuns(scope: OneSellerScope, limit: number) {
  return withScope(scope, (tx) =>
    tx
      .select()
      .from(invoiceRuns)
      .where(eq(invoiceRuns.sellerId, scope.sellerId))
      .orderBy(desc(invoiceRuns.createdAt), desc(invoiceRuns.id))
      .limit(limit),
  );
}

export type InvoiceRun = Awaited<ReturnType<typeof listRuns>>[number];

/** One run, so that its page shows how far it is; undefined when this seller has none of that id. */
export async function findRun(scope: OneSellerScope, runId: string): Promise<InvoiceRun | undefined> {
  const [run] = await withScope(scope, (tx) =>
    tx
      .select()
      .from(invoiceRuns)
      .where(and(eq(invoiceRuns.sellerId, scope.sellerId), eq(invoiceRuns.id, runId))),
  );
  return run;
}

/** What a run was asked to issue. */
export function targetOf({
  periodFrom,
  periodBefore,
  orderNumbers,
}: Pick<InvoiceRun, "periodFrom" | "periodBefore" | "orderNumbers">): RunTarget {
  return periodFrom && periodBefore
    ? { period: { from: periodFrom, before: periodBefore } }
    : { orderNumbers: orderNumbers ?? [] };
}

/** Orders of a target that have no invoice yet. */
export async function countUninvoiced(scope: OneSellerScope, target: RunTarget): Promise<number> {
  return withScope(scope, (tx) => countUninvoicedIn(tx, scope.sellerId, target));
}

export async function countUninvoicedIn(tx: Transaction, sellerId: string, target: RunTarget): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(orders)
    .where(await toInvoice(tx, sellerId, target));
  return row?.count ?? 0;
}

/** The next order to invoice after a number, in the order of numbers. */
export async function nextUninvoiced(
  tx: Transaction,
  sellerId: string,
  target: RunTarget,
  after: string | null,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ number: orders.number })
    .from(orders)
    .where(and(await toInvoice(tx, sellerId, target), after === null ? undefined : gt(orders.number, after)))
    .orderBy(asc(orders.number))
    .limit(1);
  return row?.number;
}
