import { and, asc, desc, eq, gt, gte, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { orders } from "@/db/schema/orders";
import { invoiceSeries } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { type Continuity, continuityOf } from "@/lib/invoices/continuity";
import type { InvoicePeriod } from "@/lib/invoices/period";
import { type RegisterEntry, registerEntry } from "@/lib/invoices/register";

export type InvoiceFilter = {
  /** Matches number, customer and order. */
  readonly search?: string | undefined;
  readonly period?: InvoicePeriod | undefined;
  readonly after?: InvoiceCursor | undefined;
  readonly limit: number;
};

export type InvoiceCursor = { readonly issuedOn: IsoDate; readonly id: string };

/** Invoices and credit notes, latest first, one more than asked for when there is a next page. */
export async function listInvoices(scope: SellerScope, { search, period, after, limit }: InvoiceFilter) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: invoices.id,
        kind: invoices.kind,
        number: invoices.number,
        issuedOn: invoices.issuedOn,
        currency: invoices.currency,
        grossCents: invoices.grossCents,
        orderNumber: orders.number,
        customer: sql<string>`${invoices.document} -> 'buyer' ->> 'name'`,
        linkedNumber: sql<string | null>`${invoices.document} -> 'precedingInvoice' ->> 'number'`,
      })
      .from(invoices)
      .innerJoin(orders, ofOrder)
      .where(and(eq(invoices.sellerId, scope.sellerId), matching(search), within(period), olderThan(after)))
      .orderBy(desc(invoices.issuedOn), desc(invoices.id))
      .limit(limit + 1),
  );
}

export type ListedInvoice = Awaited<ReturnType<typeof listInvoices>>[number];

/** Months in which something was issued, `2026-11`, latest first. */
export async function listInvoiceMonths(scope: SellerScope): Promise<readonly string[]> {
  const month = sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`;
  const rows = await withScope(scope, (tx) =>
    tx
      .selectDistinct({ month })
      .from(invoices)
      .where(eq(invoices.sellerId, scope.sellerId))
      .orderBy(desc(month))
      .limit(120),
  );
  return rows.map((row) => row.month);
}

const PAGE = 500;

/** Every document of a period by day and number, read page by page so that only what the register shows is held. */
export async function readRegister(scope: SellerScope, period: InvoicePeriod): Promise<readonly RegisterEntry[]> {
  const entries: RegisterEntry[] = [];
  for (;;) {
    const last = entries.at(-1);
    const page = await withScope(scope, (tx) => registerPage(tx, scope, period, last));
    entries.push(...page.map(registerEntry));
    if (page.length < PAGE) return entries;
  }
}

function registerPage(
  tx: Transaction,
  { sellerId }: SellerScope,
  period: InvoicePeriod,
  last: RegisterEntry | undefined,
) {
  const { kind, number, issuedOn, document, id, pdfSha256: sha256 } = invoices;
  const afterLast = last && or(gt(issuedOn, last.issuedOn), and(eq(issuedOn, last.issuedOn), gt(number, last.number)));
  return tx
    .select({ id, kind, number, issuedOn, orderNumber: orders.number, document, sha256 })
    .from(invoices)
    .innerJoin(orders, ofOrder)
    .where(and(eq(invoices.sellerId, sellerId), within(period), afterLast))
    .orderBy(asc(issuedOn), asc(number))
    .limit(PAGE);
}

/** Whether the numbers issued in a period are continuous, series by series; nothing for a series it did not use. */
export async function readContinuity(scope: SellerScope, period: InvoicePeriod): Promise<readonly Continuity[]> {
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        kind: invoiceSeries.kind,
        prefix: invoiceSeries.prefix,
        first: sql<number>`min(${invoices.sequence})::int`,
        last: sql<number>`max(${invoices.sequence})::int`,
        count: sql<number>`count(*)::int`,
        lastBefore: sql<number>`coalesce((select max(earlier.sequence) from invoices earlier
          where earlier.seller_id = ${sellerId} and earlier.series_id = ${invoiceSeries.id}
          and earlier.issued_on < ${period.from}), 0)::int`,
        outOfOrder: sql<number>`(select count(*) from (
          select issued_on, lag(issued_on) over (order by sequence) as previous from invoices ordered
          where ordered.seller_id = ${sellerId} and ordered.series_id = ${invoiceSeries.id}
          and ordered.issued_on >= ${period.from} and ordered.issued_on < ${period.before}) days
          where days.issued_on < days.previous)::int`,
      })
      .from(invoices)
      .innerJoin(
        invoiceSeries,
        and(eq(invoiceSeries.sellerId, invoices.sellerId), eq(invoiceSeries.id, invoices.seriesId)),
      )
      .where(and(eq(invoices.sellerId, sellerId), within(period)))
      .groupBy(invoiceSeries.id, invoiceSeries.kind, invoiceSeries.prefix)
      .orderBy(asc(invoiceSeries.kind), asc(invoiceSeries.prefix));
    return rows.map(continuityOf);
  });
}

const ofOrder = and(eq(orders.sellerId, invoices.sellerId), eq(orders.id, invoices.orderId));

function within(period: InvoicePeriod | undefined): SQL | undefined {
  return period && and(gte(invoices.issuedOn, period.from), lt(invoices.issuedOn, period.before));
}

function matching(search: string | undefined): SQL | undefined {
  const words = search?.trim();
  if (!words) return undefined;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(invoices.number, pattern),
    ilike(orders.number, pattern),
    sql`unaccent(${invoices.document} -> 'buyer' ->> 'name') ilike unaccent(${pattern})`,
  );
}

function olderThan(after: InvoiceCursor | undefined): SQL | undefined {
  if (!after) return undefined;
  const { issuedOn, id } = after;
  return or(lt(invoices.issuedOn, issuedOn), and(eq(invoices.issuedOn, issuedOn), lt(invoices.id, id)));
}
