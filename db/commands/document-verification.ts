import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { announceRefusedFile } from "@/db/commands/document-mails";
import { documentStream } from "@/db/commands/documents";
import { appendEvent } from "@/db/commands/journal";
import { documents } from "@/db/schema/documents";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { FileRefusal, VerifiedFile } from "@/lib/evidence/verification";

export type Verification =
  | { readonly kind: "verified"; readonly file: VerifiedFile }
  | { readonly kind: "refused"; readonly reason: FileRefusal };

/** What the worker found. Returns false when somebody was faster: then nothing changes. */
export async function recordVerification(
  scope: Extract<JobScope, { readonly kind: "job" }>,
  documentId: string,
  { verification, now }: { readonly verification: Verification; readonly now: Instant },
): Promise<boolean> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .update(documents)
      .set(verification.kind === "verified" ? verifiedColumns(verification.file) : refusedColumns(verification.reason))
      .where(
        and(eq(documents.sellerId, scope.sellerId), eq(documents.id, documentId), eq(documents.status, "uploaded")),
      )
      .returning({
        id: documents.id,
        orderId: documents.orderId,
        claimId: documents.claimId,
        fileName: documents.fileName,
        uploadedBy: documents.uploadedBy,
      });
    if (!row) return false;
    await appendEvent(tx, {
      stream: documentStream(scope.sellerId, row.claimId),
      type: verification.kind === "verified" ? "document_verified" : "document_refused",
      actor: scope.actor,
      at: now,
      payload: { documentId, ...eventFacts(verification) },
    });
    if (verification.kind === "refused") {
      await announceRefusedFile(tx, { ...scope, now }, { ...row, reason: verification.reason });
    }
    return true;
  });
}

function verifiedColumns(file: VerifiedFile) {
  const { facts, ...columns } = file;
  // What the sender said stays; what the bytes say lies beside it.
  return {
    ...columns,
    status: "verified" as const,
    facts: sql`coalesce(facts, '{}'::jsonb) || ${JSON.stringify({ file: facts })}::jsonb`,
  };
}

function refusedColumns(reason: FileRefusal) {
  return { status: "refused" as const, refusalReason: reason };
}

function eventFacts(verification: Verification) {
  if (verification.kind === "refused") return { reason: verification.reason };
  const { verifiedType, sha256, originalSha256, sizeBytes } = verification.file;
  return { verifiedType, sha256, originalSha256, sizeBytes };
}

/**
 * Rows whose bytes never came, or came and were never told of. They were never shown to anyone, so nothing is written
 * about them. Returns their identifiers.
 */
export async function dropAbandonedUploads(
  scope: Extract<JobScope, { kind: "sweep" }>,
  before: Instant,
): Promise<readonly string[]> {
  return withScope(scope, async (tx) => {
    const abandoned = tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.status, "uploading"), lt(documents.uploadedAt, before)))
      .limit(1000);
    const gone = await tx
      .delete(documents)
      .where(and(eq(documents.status, "uploading"), inArray(documents.id, abandoned)))
      .returning({ id: documents.id });
    return gone.map(({ id }) => id);
  });
}
