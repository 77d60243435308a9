import type { JournalSnapshot } from "@/db/queries/journal-verification";
import { countHashedFiles, findUnknownFile, listDocumentHashes, listInvoiceHashes } from "@/db/queries/journaled-files";
import { erasedDocument, type JournaledFile, journaledFile } from "@/lib/journal/facts";
import type { BadRow, StoredEvent } from "@/lib/journal/verify";
import { storedSha256 } from "@/lib/server/files/stored-hash";

type Transaction = JournalSnapshot["tx"];
const BATCH = 200;

/** Compare every file the journal tells of with its row and its bytes, a batch at a time. */
export function checkFiles(tx: Transaction) {
  let batch: JournaledFile[] = [];
  let count = 0;
  /** Documents found without bytes, and documents said to be erased: each waits for the other. */
  const gone = new Set<string>();
  const erased = new Set<string>();

  async function flush(): Promise<BadRow | undefined> {
    const files = batch;
    batch = [];
    const bad = (await checkInvoices(tx, files)) ?? (await checkDocuments(tx, files, gone));
    for (const id of gone) if (erased.delete(id)) gone.delete(id);
    return bad;
  }

  return {
    get count() {
      return count;
    },
    visit: async (event: StoredEvent): Promise<BadRow | undefined> => {
      const erasedId = erasedDocument(event);
      if (erasedId && !gone.delete(erasedId)) erased.add(erasedId);
      const file = journaledFile(event);
      if (!file) return undefined;
      count += 1;
      batch.push(file);
      return batch.length < BATCH ? undefined : await flush();
    },
    finish: async (): Promise<BadRow | undefined> => {
      const bad = await flush();
      if (bad) return bad;
      const [lost] = gone;
      if (lost) return { row: `document ${lost}`, fault: "document_missing" };
      if ((await countHashedFiles(tx)) === count) return undefined;
      return { row: (await findUnknownFile(tx)) ?? "documents", fault: "document_unknown" };
    },
  };
}

async function checkInvoices(tx: Transaction, files: readonly JournaledFile[]): Promise<BadRow | undefined> {
  const told = files.filter(({ kind }) => kind === "invoice");
  const rows = await listInvoiceHashes(
    tx,
    told.map(({ id }) => id),
  );
  for (const { id, sha256 } of told) {
    const row = rows.find((kept) => kept.id === id);
    if (!row) return { row: `invoice ${id}`, fault: "document_missing" };
    if (row.sha256 !== sha256 || row.bytesSha256 !== sha256) return { row: `invoice ${id}`, fault: "document_changed" };
  }
  return undefined;
}

async function checkDocuments(
  tx: Transaction,
  files: readonly JournaledFile[],
  gone: Set<string>,
): Promise<BadRow | undefined> {
  const told = files.filter(({ kind }) => kind === "document");
  const rows = await listDocumentHashes(
    tx,
    told.map(({ id }) => id),
  );
  for (const { id, sha256 } of told) {
    const row = rows.find((kept) => kept.id === id);
    if (!row) return { row: `document ${id}`, fault: "document_missing" };
    if (row.sha256 !== sha256 || row.status !== "verified") return { row: `document ${id}`, fault: "document_changed" };
    const stored = await storedSha256(row.storageKey);
    if (stored === undefined) gone.add(id);
    else if (stored !== sha256) return { row: `document ${id}`, fault: "document_changed" };
  }
  return undefined;
}
