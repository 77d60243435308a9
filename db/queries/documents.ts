import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { documents } from "@/db/schema/documents";
import { withScope } from "@/db/scope";
import type { AdminScope, CustomerScope, JobScope, SellerScope } from "@/lib/auth/scope";

const LIST_LIMIT = 200;

const listed = {
  id: documents.id,
  sellerId: documents.sellerId,
  orderId: documents.orderId,
  claimId: documents.claimId,
  kind: documents.kind,
  status: documents.status,
  fileName: documents.fileName,
  verifiedType: documents.verifiedType,
  sizeBytes: documents.sizeBytes,
  pageCount: documents.pageCount,
  previewKey: documents.previewKey,
  sha256: documents.sha256,
  originalSha256: documents.originalSha256,
  refusalReason: documents.refusalReason,
  facts: documents.facts,
  verdict: documents.verdict,
  uploadedBy: documents.uploadedBy,
  uploadedAt: documents.uploadedAt,
  capturedAt: documents.capturedAt,
  sentAt: documents.sentAt,
  contestedAt: documents.contestedAt,
  replacedBy: documents.replacedBy,
};

/** A claim's documents for its seller or the operator, those being checked and those refused included. */
export async function listClaimDocuments(
  scope: SellerScope | AdminScope,
  claim: { sellerId: string; claimId: string },
) {
  return withScope(scope, (tx) =>
    tx
      .select(listed)
      .from(documents)
      .where(
        and(
          eq(documents.sellerId, claim.sellerId),
          eq(documents.claimId, claim.claimId),
          ne(documents.status, "uploading"),
        ),
      )
      .orderBy(asc(documents.uploadedAt), asc(documents.id))
      .limit(LIST_LIMIT),
  );
}
export type ClaimDocument = Awaited<ReturnType<typeof listClaimDocuments>>[number];

/** What the link's holder may see of the order: their own files, whatever their state, and what was sent to them. */
export async function listCustomerDocuments(scope: CustomerScope) {
  return withScope(scope, (tx) =>
    tx
      .select(listed)
      .from(documents)
      .where(and(ofCustomer(scope), ne(documents.status, "uploading")))
      .orderBy(asc(documents.uploadedAt), asc(documents.id))
      .limit(LIST_LIMIT),
  );
}

const servable = {
  id: documents.id,
  sellerId: documents.sellerId,
  fileName: documents.fileName,
  verifiedType: documents.verifiedType,
  sizeBytes: documents.sizeBytes,
  sha256: documents.sha256,
  storageKey: documents.storageKey,
  previewKey: documents.previewKey,
  previewBytes: documents.previewBytes,
};

/** A verified document's bytes, for whoever the scope proves may see it; nothing is served before its verification. */
export async function findServableDocument(scope: SellerScope | AdminScope | CustomerScope, documentId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select(servable)
      .from(documents)
      .where(
        and(
          eq(documents.id, documentId),
          eq(documents.status, "verified"),
          scope.kind === "seller" ? eq(documents.sellerId, scope.sellerId) : undefined,
          scope.kind === "customer" ? ofCustomer(scope) : undefined,
        ),
      )
      .limit(1),
  );
  return row ?? null;
}
export type ServableDocument = NonNullable<Awaited<ReturnType<typeof findServableDocument>>>;

/** A picture of the seller's, as whoever blacks out names on it needs it; null when there is no such document. */
export async function findPicture(scope: SellerScope, documentId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        ...servable,
        claimId: documents.claimId,
        uploadedBy: documents.uploadedBy,
        sentAt: documents.sentAt,
        replacedBy: documents.replacedBy,
      })
      .from(documents)
      .where(
        and(eq(documents.sellerId, scope.sellerId), eq(documents.id, documentId), eq(documents.status, "verified")),
      )
      .limit(1),
  );
  return row ?? null;
}

/** Sent, and not an internal note's: a seller's draft stays the seller's. */
function ofCustomer(scope: CustomerScope) {
  return and(
    eq(documents.sellerId, scope.sellerId),
    eq(documents.orderId, scope.orderId),
    eq(documents.visibility, "conversation"),
    isNotNull(documents.sentAt),
    isNull(documents.replacedBy),
  );
}

type SellerJobScope = Extract<JobScope, { readonly kind: "job" }>;

export async function findUnverifiedDocument(scope: SellerJobScope, documentId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        storageKey: documents.storageKey,
        fileName: documents.fileName,
        kind: documents.kind,
        sizeBytes: documents.sizeBytes,
      })
      .from(documents)
      .where(
        and(eq(documents.sellerId, scope.sellerId), eq(documents.id, documentId), eq(documents.status, "uploaded")),
      )
      .limit(1),
  );
  return row ?? null;
}

/** A verified file of the same seller that came from the same bytes: kept once, whoever sent it again. */
export async function findVerifiedTwin(scope: SellerJobScope, originalSha256: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({
        storageKey: documents.storageKey,
        verifiedType: documents.verifiedType,
        sizeBytes: documents.sizeBytes,
        sha256: documents.sha256,
        pageCount: documents.pageCount,
        previewKey: documents.previewKey,
        previewBytes: documents.previewBytes,
        capturedAt: documents.capturedAt,
      })
      .from(documents)
      .where(
        and(
          eq(documents.sellerId, scope.sellerId),
          eq(documents.originalSha256, originalSha256),
          eq(documents.status, "verified"),
          // Names were blacked out on it since: it is not what those bytes show.
          sql`${documents.facts} -> 'file' ->> 'blackedOutFrom' is null`,
        ),
      )
      .orderBy(asc(documents.id))
      .limit(1),
  );
  return row ?? null;
}
