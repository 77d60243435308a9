import { and, eq, gte, inArray, isNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { orders, parcels } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import { startOfDay, zoneId } from "@/lib/calendar/zone";
import type { RunTarget } from "@/lib/invoices/bulk-run";
import type { InvoicePeriod } from "@/lib/invoices/period";

/** Orders that left, wholly or in part, and have no invoice, here or elsewhere. */
export function leftWithoutInvoice(tx: Transaction, sellerId: string): SQL | undefined {
  const left = tx
    .select({ one: sql`1` })
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), eq(parcels.orderId, orders.id), sql`${parcels.shippedAt} is not null`));
  return and(withoutInvoiceHere(tx, sellerId), isNull(orders.externalInvoiceNumber), sql`exists ${left}`);
}

/** Orders of a target that a run looks at. One chosen by hand whose invoice is elsewhere is refused, and said to be. */
export async function toInvoice(tx: Transaction, sellerId: string, target: RunTarget): Promise<SQL | undefined> {
  return "period" in target
    ? and(await ordersOf(tx, sellerId, target), leftWithoutInvoice(tx, sellerId))
    : and(await ordersOf(tx, sellerId, target), withoutInvoiceHere(tx, sellerId));
}

/** Every order of a target, invoiced or not. */
export async function ordersOf(tx: Transaction, sellerId: string, target: RunTarget): Promise<SQL | undefined> {
  const chosen =
    "period" in target ? await placedIn(tx, sellerId, target.period) : inArray(orders.number, [...target.orderNumbers]);
  return and(eq(orders.sellerId, sellerId), chosen);
}

function withoutInvoiceHere(tx: Transaction, sellerId: string): SQL {
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(invoices)
      .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orders.id), eq(invoices.kind, "invoice"))),
  );
}

/** The period's days are the seller's. */
async function placedIn(tx: Transaction, sellerId: string, { from, before }: InvoicePeriod): Promise<SQL | undefined> {
  const [seller] = await tx.select({ zone: sellers.zone }).from(sellers).where(eq(sellers.id, sellerId));
  const zone = zoneId(seller?.zone ?? "Europe/Paris");
  return and(gte(orders.placedAt, startOfDay(from, zone)), lt(orders.placedAt, startOfDay(before, zone)));
}
