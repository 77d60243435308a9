import { and, asc, desc, eq, ilike, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { orderTotalCents, readOrderFacts } from "@/db/queries/order-facts";
import { leftWithoutInvoice } from "@/db/queries/uninvoiced";
import { claims } from "@/db/schema/claims";
import { invoices } from "@/db/schema/invoices";
import { orderLines, orders, parcels } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

export type OrderFilter = {
  /** Matches number, customer, e-mail, tracking number, SKU and product name. */
  readonly search?: string | undefined;
  /** Only what left and has no invoice, here or elsewhere. */
  readonly uninvoiced?: boolean | undefined;
  readonly after?: OrderCursor | undefined;
  readonly limit: number;
};

export type OrderCursor = { readonly placedAt: Instant; readonly id: string };

/** Orders of one seller, latest first, one more than asked for when there is a next page. */
export async function listOrders(scope: OneSellerScope, { search, uninvoiced, after, limit }: OrderFilter) {
  const { sellerId } = scope;
  return withScope(scope, (tx) =>
    tx
      .select({
        id: orders.id,
        number: orders.number,
        placedAt: orders.placedAt,
        currency: orders.currency,
        customerName: orders.customerName,
        city: sql<string>`${orders.shippingAddress} ->> 'city'`,
        shippingCents: orders.shippingCents,
        goodsCents: goodsCentsOf(tx),
        lineCount: lineCountOf(tx),
        openClaimCount: openClaimsOf(tx),
        parcelCount: parcelCountOf(tx, sql`true`),
        invoiceCount: invoiceCountOf(tx),
        hasExternalInvoice: sql<boolean>`${orders.externalInvoiceNumber} is not null`,
        shippedCount: parcelCountOf(tx, sql`shipped_at is not null`),
        deliveredCount: parcelCountOf(tx, sql`delivered_at is not null`),
      })
      .from(orders)
      .where(
        and(
          eq(orders.sellerId, sellerId),
          matching(tx, sellerId, search),
          uninvoiced ? leftWithoutInvoice(tx, sellerId) : undefined,
          olderThan(after),
        ),
      )
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(limit + 1),
  );
}

export type ListedOrder = Awaited<ReturnType<typeof listOrders>>[number];

function matching(tx: Transaction, sellerId: string, search: string | undefined): SQL | undefined {
  const words = search?.trim();
  if (!words) return undefined;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const compact = `%${words.replace(/[\s\\%_.-]/g, "")}%`;
  const inParcels = tx
    .select({ one: sql`1` })
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), eq(parcels.orderId, orders.id), ilike(parcels.trackingNumber, compact)));
  const inLines = tx
    .select({ one: sql`1` })
    .from(orderLines)
    .where(
      and(
        eq(orderLines.sellerId, sellerId),
        eq(orderLines.orderId, orders.id),
        or(ilike(orderLines.sku, pattern), ilike(orderLines.name, pattern)),
      ),
    );
  return or(
    ilike(orders.number, pattern),
    sql`unaccent(${orders.customerName}) ilike unaccent(${pattern})`,
    sql`${orders.customerEmail}::text ilike ${pattern}`,
    sql`exists ${inParcels}`,
    sql`exists ${inLines}`,
  );
}

function olderThan(after: OrderCursor | undefined): SQL | undefined {
  if (!after) return undefined;
  return or(lt(orders.placedAt, after.placedAt), and(eq(orders.placedAt, after.placedAt), lt(orders.id, after.id)));
}

function goodsCentsOf(tx: Transaction) {
  return sql<number>`${tx
    .select({ sum: sql`coalesce(sum(${orderLines.quantity} * ${orderLines.unitPriceCents}), 0)::int` })
    .from(orderLines)
    .where(and(eq(orderLines.sellerId, orders.sellerId), eq(orderLines.orderId, orders.id)))}`;
}

function lineCountOf(tx: Transaction) {
  return sql<number>`${tx
    .select({ n: sql`count(*)::int` })
    .from(orderLines)
    .where(and(eq(orderLines.sellerId, orders.sellerId), eq(orderLines.orderId, orders.id)))}`;
}

function openClaimsOf(tx: Transaction) {
  return sql<number>`${tx
    .select({ n: sql`count(*)::int` })
    .from(claims)
    .where(and(eq(claims.sellerId, orders.sellerId), eq(claims.orderId, orders.id), ne(claims.state, "closed")))}`;
}

function invoiceCountOf(tx: Transaction) {
  return sql<number>`${tx
    .select({ n: sql`count(*)::int` })
    .from(invoices)
    .where(
      and(eq(invoices.sellerId, orders.sellerId), eq(invoices.orderId, orders.id), eq(invoices.kind, "invoice")),
    )}`;
}

function parcelCountOf(tx: Transaction, condition: SQL) {
  return sql<number>`${tx
    .select({ n: sql`count(*)::int` })
    .from(parcels)
    .where(and(eq(parcels.sellerId, orders.sellerId), eq(parcels.orderId, orders.id), condition))}`;
}

/** One order with everything under it; undefined when this seller has none of that number. */
export async function findOrder(scope: OneSellerScope, number: string) {
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.sellerId, sellerId), eq(orders.number, number)))
      .limit(1);
    const facts = row && (await readOrderFacts(tx, sellerId, row.id));
    if (!facts) return undefined;
    return {
      ...facts,
      totalCents: orderTotalCents(facts),
      claims: await claimsOf(tx, sellerId, facts.order.id),
      invoices: await invoicesOf(tx, sellerId, facts.order.id),
    };
  });
}

export type OrderDetails = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

async function claimsOf(tx: Transaction, sellerId: string, orderId: string) {
  return tx
    .select({
      id: claims.id,
      reference: claims.reference,
      situation: claims.situation,
      phase: claims.phase,
      state: claims.state,
      receivedAt: claims.receivedAt,
      nextDueBefore: claims.nextDueBefore,
    })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId)))
    .orderBy(desc(claims.receivedAt), asc(claims.id))
    .limit(50);
}

async function invoicesOf(tx: Transaction, sellerId: string, orderId: string) {
  return tx
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      grossCents: invoices.grossCents,
      precedingInvoiceId: invoices.precedingInvoiceId,
      replacesInvoiceId: invoices.replacesInvoiceId,
    })
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), eq(invoices.orderId, orderId)))
    .orderBy(asc(invoices.issuedAt), asc(invoices.id))
    .limit(50);
}
