import { and, asc, desc, eq, inArray, like, notLike, or, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { fileChecks } from "@/db/schema/file-checks";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";

type Sweep = Extract<JobScope, { readonly kind: "sweep" }>;
type Place = { readonly sellerId: string; readonly documentId: string };

const kept = {
  sellerId: documents.sellerId,
  documentId: documents.id,
  sha256: documents.sha256,
  sizeBytes: documents.sizeBytes,
  storageKey: documents.storageKey,
  previewKey: documents.previewKey,
  previewBytes: documents.previewBytes,
};

/** Its bytes were not taken away with what identified its customer. */
const isKept = notLike(documents.storageKey, "erased/%");

/** Verified documents with what their rows say of their bytes, in a fixed order. */
export async function listKeptFiles(scope: Sweep, after: Place | undefined, limit: number) {
  return withScope(scope, (tx) =>
    tx
      .select(kept)
      .from(documents)
      .where(
        and(
          eq(documents.status, "verified"),
          isKept,
          after && sql`(${documents.sellerId}, ${documents.id}) > (${after.sellerId}, ${after.documentId})`,
        ),
      )
      .orderBy(asc(documents.sellerId), asc(documents.id))
      .limit(limit),
  );
}
export type KeptFile = Awaited<ReturnType<typeof listKeptFiles>>[number];

/** The same row as it is now, undefined when it is gone: before a fault is believed. */
export async function findKeptFile(scope: Sweep, { sellerId, documentId }: Place): Promise<KeptFile | undefined> {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select(kept)
      .from(documents)
      .where(
        and(eq(documents.sellerId, sellerId), eq(documents.id, documentId), eq(documents.status, "verified"), isKept),
      )
      .limit(1),
  );
  return row;
}

/** Those of the keys that a document names, whatever its state. */
export async function ownedKeys(scope: Sweep, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ storageKey: documents.storageKey, previewKey: documents.previewKey })
      .from(documents)
      .where(or(inArray(documents.storageKey, [...keys]), inArray(documents.previewKey, [...keys]))),
  );
  return new Set(rows.flatMap((row) => (row.previewKey ? [row.storageKey, row.previewKey] : [row.storageKey])));
}

/** The last night's comparison, for the operator's eyes. */
export async function findLastFileCheck(scope: AdminScope) {
  const [row] = await withScope(scope, (tx) =>
    tx.select().from(fileChecks).orderBy(desc(fileChecks.startedAt), desc(fileChecks.id)).limit(1),
  );
  return row;
}

/** What the operator calls the documents with faults, by identifier. */
export async function listFaultyDocuments(scope: AdminScope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return withScope(scope, (tx) =>
    tx
      .select({
        id: documents.id,
        fileName: documents.fileName,
        claimId: documents.claimId,
        reference: claims.reference,
        seller: sellers.name,
      })
      .from(documents)
      .innerJoin(sellers, eq(sellers.id, documents.sellerId))
      .leftJoin(claims, and(eq(claims.sellerId, documents.sellerId), eq(claims.id, documents.claimId)))
      .where(inArray(documents.id, [...ids])),
  );
}
export type FaultyDocument = Awaited<ReturnType<typeof listFaultyDocuments>>[number];

/** A page of verified documents that lie on our own disk, wholly or with their preview. */
export async function listLocalFiles(scope: Sweep, after: Place | undefined, limit: number) {
  return withScope(scope, (tx) =>
    tx
      .select({ ...kept, fileName: documents.fileName, verifiedType: documents.verifiedType })
      .from(documents)
      .where(
        and(
          eq(documents.status, "verified"),
          or(like(documents.storageKey, "local/%"), like(documents.previewKey, "local/%")),
          after && sql`(${documents.sellerId}, ${documents.id}) > (${after.sellerId}, ${after.documentId})`,
        ),
      )
      .orderBy(asc(documents.sellerId), asc(documents.id))
      .limit(limit),
  );
}
export type LocalFile = Awaited<ReturnType<typeof listLocalFiles>>[number];
