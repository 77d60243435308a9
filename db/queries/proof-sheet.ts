import { and, eq } from "drizzle-orm";
import { findServableDocument } from "@/db/queries/documents";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, CustomerScope, SellerScope } from "@/lib/auth/scope";

/** A proof of delivery whose facts were confirmed, with the order it belongs to; for whoever may have its bytes. */
export async function findProofSheet(scope: SellerScope | AdminScope | CustomerScope, documentId: string) {
  const document = await findServableDocument(scope, documentId);
  if (!document) return undefined;
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        facts: documents.facts,
        verdict: documents.verdict,
        originalSha256: documents.originalSha256,
        receivedAt: documents.uploadedAt,
        sentAt: documents.sentAt,
        orderNumber: orders.number,
        customerName: orders.customerName,
        shippingAddress: orders.shippingAddress,
        claimReference: claims.reference,
        sellerName: sellers.name,
        legalIdentity: sellers.legalIdentity,
      })
      .from(documents)
      .innerJoin(orders, and(eq(orders.sellerId, documents.sellerId), eq(orders.id, documents.orderId)))
      .innerJoin(sellers, eq(sellers.id, documents.sellerId))
      .leftJoin(claims, and(eq(claims.sellerId, documents.sellerId), eq(claims.id, documents.claimId)))
      .where(
        and(
          eq(documents.sellerId, document.sellerId),
          eq(documents.id, document.id),
          eq(documents.kind, "proof_of_delivery"),
        ),
      ),
  );
  return row?.verdict ? { ...row, document } : undefined;
}

export type FoundProofSheet = NonNullable<Awaited<ReturnType<typeof findProofSheet>>>;
