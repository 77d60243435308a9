import { inArray, notInArray, sql } from "drizzle-orm";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";

/** What the rows of these documents say of their bytes. */
export async function listDocumentHashes(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: documents.id,
      status: documents.status,
      sha256: documents.sha256,
      storageKey: documents.storageKey,
    })
    .from(documents)
    .where(inArray(documents.id, [...ids]));
}

/** What the rows of these invoices say of their bytes, and what the bytes say. */
export async function listInvoiceHashes(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: invoices.id,
      sha256: invoices.pdfSha256,
      bytesSha256: sql<string>`encode(sha256(${invoices.pdf}), 'hex')`,
    })
    .from(invoices)
    .where(inArray(invoices.id, [...ids]));
}

/** How many files there are that the journal must hold a hash of. */
export async function countHashedFiles(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select
    (select count(*) from ${documents} where ${hasHash}) + (select count(*) from ${invoices}) as count`);
  return Number(row?.count);
}

/** A file the journal knows nothing of; looked for only when there are more files than the journal says. */
export async function findUnknownFile(tx: Transaction): Promise<string | undefined> {
  const told = (type: string, key: string) => sql`select (p.payload::jsonb ->> ${key})::uuid
    from ${events} e join ${eventPayloads} p using (stream_kind, stream_id, seq) where e.type = ${type}`;
  const [row] = await tx.execute<{ name: string }>(sql`
    select 'document ' || id as name from ${documents} where ${hasHash}
      and id not in (${told("document_verified", "documentId")})
    union all select 'invoice ' || id from ${invoices}
      where id not in (${told("invoice_issued", "invoiceId")} union all ${told("credit_note_issued", "creditNoteId")})
    limit 1`);
  return row?.name;
}

const hasHash = notInArray(documents.status, ["uploading", "uploaded", "refused"]);
