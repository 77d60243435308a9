import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { changeSettings } from "@/db/commands/settings-change";
import { invoiceSeries, sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CompanySize } from "@/lib/invoices/rules";
import type { Json } from "@/lib/journal/canonical";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { Absence } from "@/lib/sellers/absence";
import type { InvoicingMode, SellerIdentity } from "@/lib/sellers/legal-identity";
import type { AfterSalesContact, Mediator } from "@/lib/sellers/seller";

/** What the seller's next invoices say of it; those already issued keep what they said. */
export function changeIdentity(scope: SellerScope, identity: SellerIdentity, now: Instant) {
  return changeSettings(scope, "identity", now, async (tx) => {
    await tx.update(sellers).set({ legalIdentity: identity, updatedAt: now }).where(eq(sellers.id, scope.sellerId));
    return accepted({ ...identity });
  });
}

export type AfterSales = {
  readonly contact: AfterSalesContact;
  readonly mediator: Mediator | null;
  readonly zone: string;
};

export function changeAfterSales(scope: SellerScope, { contact, mediator, zone }: AfterSales, now: Instant) {
  return changeSettings(scope, "after_sales", now, async (tx) => {
    await tx.update(sellers).set({ contact, mediator, zone, updatedAt: now }).where(eq(sellers.id, scope.sellerId));
    return accepted({ contact, mediator, zone });
  });
}

/** @param absence null to take it back */
export function changeAbsence(scope: SellerScope, absence: Absence | null, now: Instant) {
  return changeSettings(scope, "absence", now, async (tx) => {
    await tx.update(sellers).set({ absence, updatedAt: now }).where(eq(sellers.id, scope.sellerId));
    return accepted({ absence });
  });
}

export type Invoicing = {
  readonly invoicingMode: InvoicingMode;
  /** Left as it is when absent. */
  readonly companySize?: CompanySize | undefined;
  readonly invoicePrefix?: string | undefined;
  readonly creditNotePrefix?: string | undefined;
};

/** A series that has drawn a number keeps its prefix: a number printed once is never renamed. */
export function changeInvoicing(scope: SellerScope, invoicing: Invoicing, now: Instant) {
  const { sellerId } = scope;
  const { invoicingMode, companySize, invoicePrefix, creditNotePrefix } = invoicing;
  const renamings: readonly Renaming[] = [
    { kind: "invoice", prefix: invoicePrefix },
    { kind: "credit_note", prefix: creditNotePrefix },
  ];
  return changeSettings(scope, "invoicing", now, async (tx): Promise<Outcome<Json, SeriesRefusal>> => {
    const known = await lockSeries(tx, sellerId);
    const refusal = renamings.map((renaming) => refusalOf(renaming, known)).find((reason) => reason !== undefined);
    if (refusal) return refused(refusal);
    await tx.update(sellers).set({ invoicingMode, companySize, updatedAt: now }).where(eq(sellers.id, sellerId));
    for (const { kind, prefix } of renamings) {
      if (prefix !== undefined) await storePrefix(tx, sellerId, kind, prefix, known);
    }
    return accepted({ ...invoicing });
  });
}

type SeriesKind = "invoice" | "credit_note";
type SeriesRefusal = "series_in_use" | "prefix_taken";
type Renaming = { readonly kind: SeriesKind; readonly prefix: string | undefined };
type KnownSeries = Awaited<ReturnType<typeof lockSeries>>;

function lockSeries(tx: Transaction, sellerId: string) {
  return tx
    .select({
      id: invoiceSeries.id,
      kind: invoiceSeries.kind,
      prefix: invoiceSeries.prefix,
      lastSequence: invoiceSeries.lastSequence,
    })
    .from(invoiceSeries)
    .where(eq(invoiceSeries.sellerId, sellerId))
    .orderBy(invoiceSeries.id)
    .for("update");
}

function refusalOf({ kind, prefix }: Renaming, known: KnownSeries): SeriesRefusal | undefined {
  const own = known.find((series) => series.kind === kind);
  if (prefix === undefined || own?.prefix === prefix) return undefined;
  if (own && own.lastSequence > 0) return "series_in_use";
  return known.some((series) => series.prefix === prefix) ? "prefix_taken" : undefined;
}

async function storePrefix(tx: Transaction, sellerId: string, kind: SeriesKind, prefix: string, known: KnownSeries) {
  const own = known.find((series) => series.kind === kind);
  await tx
    .insert(invoiceSeries)
    .values({ sellerId, id: own?.id ?? uuidv7(), kind, prefix })
    .onConflictDoUpdate({ target: [invoiceSeries.sellerId, invoiceSeries.id], set: { prefix } });
}
