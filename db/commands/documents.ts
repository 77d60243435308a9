import { and, count, eq, gt, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enqueueJob } from "@/db/commands/jobs";
import { appendEvent } from "@/db/commands/journal";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { type AnnouncedFile, MAX_FILES, MAX_UPLOADS_PER_HOUR } from "@/lib/evidence/accepted-file";
import type { DocumentKind } from "@/lib/evidence/document";
import { mayAddDocument } from "@/lib/evidence/permissions";
import type { Json } from "@/lib/journal/canonical";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type UploadTarget =
  | { readonly kind: "claim"; readonly claimId: string }
  | { readonly kind: "order"; readonly orderId: string };

export type AnnouncedUpload = {
  readonly target: UploadTarget;
  readonly kind: DocumentKind;
  readonly files: readonly AnnouncedFile[];
  /** What the sender says about the files, kept for the checks that follow. */
  readonly facts?: Json;
  /** The document a cut upload belongs to: it goes on under the same identifier. */
  readonly resume?: string | undefined;
};

export type AnnouncementRefusal =
  | "not_allowed"
  | "not_found"
  | "too_many_files"
  | "too_many_uploads"
  | "already_received";

const HOUR_MS = 3_600_000;

/** Make room for files about to arrive: rows nobody sees, whose identifiers name the files from here on. */
export async function announceUpload(
  scope: OneSellerScope,
  upload: AnnouncedUpload,
  now: Instant,
): Promise<Outcome<readonly string[], AnnouncementRefusal>> {
  if (!mayAddDocument(scope, upload.kind)) return refused("not_allowed");
  if (upload.files.length > MAX_FILES) return refused("too_many_files");
  return withScope(scope, async (tx) => {
    if (upload.resume) return resumable(tx, scope, upload.resume);
    const target = await findTarget(tx, scope.sellerId, upload.target);
    if (!target) return refused("not_found");
    if (await isOverHourlyLimit(tx, scope, { adding: upload.files.length, now })) return refused("too_many_uploads");
    const rows = upload.files.map((file) => ({
      ...target,
      sellerId: scope.sellerId,
      id: uuidv7(),
      kind: upload.kind,
      status: "uploading" as const,
      fileName: file.name,
      declaredType: file.type,
      sizeBytes: file.size,
      storageKey: "",
      facts: upload.facts ?? null,
      uploadedBy: actorText(scope.actor),
      uploadedAt: now,
    }));
    await tx.insert(documents).values(rows);
    return accepted(rows.map((row) => row.id));
  });
}

async function resumable(
  tx: Transaction,
  scope: OneSellerScope,
  documentId: string,
): Promise<Outcome<readonly string[], AnnouncementRefusal>> {
  const [row] = await tx
    .select({ status: documents.status })
    .from(documents)
    .where(and(ownUpload(scope), eq(documents.id, documentId)));
  if (!row) return refused("not_found");
  return row.status === "uploading" ? accepted([documentId]) : refused("already_received");
}

function ownUpload(scope: OneSellerScope) {
  return and(eq(documents.sellerId, scope.sellerId), eq(documents.uploadedBy, actorText(scope.actor)));
}

async function findTarget(tx: Transaction, sellerId: string, target: UploadTarget) {
  if (target.kind === "claim") {
    const [claim] = await tx
      .select({ claimId: claims.id, orderId: claims.orderId })
      .from(claims)
      .where(and(eq(claims.sellerId, sellerId), eq(claims.id, target.claimId)));
    return claim;
  }
  const [order] = await tx
    .select({ orderId: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, target.orderId)));
  return order;
}

/** One sender's announcements queue up here, so that a hundred at once are counted one after the other. */
async function isOverHourlyLimit(
  tx: Transaction,
  scope: OneSellerScope,
  { adding, now }: { readonly adding: number; readonly now: Instant },
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actorText(scope.actor)}, 0))`);
  const since = fromEpochMs(toEpochMs(now) - HOUR_MS);
  const [row] = await tx
    .select({ recent: count() })
    .from(documents)
    .where(and(ownUpload(scope), gt(documents.uploadedAt, since)));
  return (row?.recent ?? 0) + adding > MAX_UPLOADS_PER_HOUR;
}

export type ReceivedUpload = { readonly documentId: string; readonly storageKey: string; readonly sizeBytes: number };

/**
 * The bytes have arrived whole: from here on the document exists, still unseen, and the worker looks at it.
 *
 * Told twice, it answers the same: the sender's connection may have been cut after the first time.
 */
export async function registerUpload(
  scope: OneSellerScope,
  upload: ReceivedUpload,
  now: Instant,
): Promise<Outcome<{ readonly documentId: string }, "not_found">> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .update(documents)
      .set({
        status: "uploaded",
        storageKey: upload.storageKey,
        sizeBytes: upload.sizeBytes,
        uploadedAt: now,
        // What a customer adds is sent by adding it; a seller's document leaves with an answer.
        sentAt: scope.actor.kind === "customer" ? now : null,
      })
      .where(and(ownUpload(scope), eq(documents.id, upload.documentId), eq(documents.status, "uploading")))
      .returning({ claimId: documents.claimId, kind: documents.kind, fileName: documents.fileName });
    if (!row) return alreadyRegistered(tx, scope, upload);
    await appendEvent(tx, {
      stream: documentStream(scope.sellerId, row.claimId),
      type: "document_uploaded",
      actor: scope.actor,
      at: now,
      payload: { documentId: upload.documentId, kind: row.kind, fileName: row.fileName, sizeBytes: upload.sizeBytes },
    });
    const job = { sellerId: scope.sellerId, documentId: upload.documentId };
    await enqueueJob(tx, "verify_document", job, { key: `verify_document:${upload.documentId}` });
    return accepted({ documentId: upload.documentId });
  });
}

async function alreadyRegistered(tx: Transaction, scope: OneSellerScope, upload: ReceivedUpload) {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(ownUpload(scope), eq(documents.id, upload.documentId)));
  return row ? accepted({ documentId: row.id }) : refused("not_found");
}

/** A claim's document is told in the claim's stream, an order's in its seller's. */
export function documentStream(sellerId: string, claimId: string | null) {
  return claimId
    ? ({ kind: "claim", id: claimId, sellerId } as const)
    : ({ kind: "seller", id: sellerId, sellerId } as const);
}
