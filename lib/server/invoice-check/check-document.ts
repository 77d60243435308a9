import { findServableDocument } from "@/db/queries/documents";
import type { SellerScope } from "@/lib/auth/scope";
import { checkInvoice, type InvoiceCheck } from "@/lib/invoices/checker/check-invoice";
import type { CheckExpectation } from "@/lib/invoices/checker/finding";
import { readUploadedPdf, type UploadedPdf } from "@/lib/server/pdf/uploaded-pdf";
import { readStoredFile } from "@/lib/server/storage/stored-files";

export type CheckedDocument = {
  readonly fileName: string;
  readonly pageCount: number;
  readonly pagesRead: number;
  readonly check: InvoiceCheck;
};

/** Texts of the last files read: a page is looked at several times before an answer is sent. */
const MOST_KEPT = 20;
const kept = new Map<string, UploadedPdf>();

/** Checks a verified file of the seller; an image has no text. Undefined when there is no such file, or it cannot be read. */
export async function checkDocument(
  scope: SellerScope,
  documentId: string,
  expected: CheckExpectation,
): Promise<CheckedDocument | undefined> {
  const document = await findServableDocument(scope, documentId);
  if (!document) return undefined;
  const { fileName, sha256, storageKey, verifiedType } = document;
  if (verifiedType !== "application/pdf") {
    return { fileName, pageCount: 1, pagesRead: 1, check: { kind: "scan", findings: [] } };
  }
  const file = kept.get(sha256 ?? "") ?? (await readPdfAt(storageKey));
  if (!file) return undefined;
  if (sha256) keep(sha256, file);
  return { fileName, pageCount: file.pageCount, pagesRead: file.pagesRead, check: checkInvoice(file, expected) };
}

async function readPdfAt(storageKey: string): Promise<UploadedPdf | undefined> {
  const parts: Buffer[] = [];
  for await (const part of await readStoredFile(storageKey)) parts.push(Buffer.from(part));
  const read = await readUploadedPdf(Buffer.concat(parts));
  return read.ok ? read.value : undefined;
}

function keep(sha256: string, file: UploadedPdf): void {
  kept.delete(sha256);
  kept.set(sha256, file);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
