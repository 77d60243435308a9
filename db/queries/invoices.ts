import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { withScope } from "@/db/scope";
import type { AdminScope, OneSellerScope } from "@/lib/auth/scope";

/** The frozen bytes of an invoice, as they were issued; a customer reaches those of the link's order only. */
export async function findInvoicePdf(scope: OneSellerScope | AdminScope, invoiceId: string) {
  const ofSeller = scope.kind === "admin" ? undefined : eq(invoices.sellerId, scope.sellerId);
  const [invoice] = await withScope(scope, (tx) =>
    tx
      .select({ number: invoices.number, kind: invoices.kind, pdf: invoices.pdf, pdfSha256: invoices.pdfSha256 })
      .from(invoices)
      .where(and(ofSeller, eq(invoices.id, invoiceId)))
      .limit(1),
  );
  return invoice;
}
