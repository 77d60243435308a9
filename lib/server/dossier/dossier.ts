import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { downloadZip } from "client-zip";
import { type ClaimPage, findClaimPage } from "@/db/queries/claim-page";
import { findInvoicePdf } from "@/db/queries/invoices";
import { listClaimEvents } from "@/db/queries/journal";
import type { AdminScope } from "@/lib/auth/scope";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { renderDossierPdf } from "@/lib/server/dossier/dossier-pdf";
import { type JournalFile, readJournalFile } from "@/lib/server/dossier/journal-file";
import { readStoredFile } from "@/lib/server/storage/stored-files";

type Entry = { readonly name: string; readonly sha256: string; readonly read: () => Promise<Uint8Array> };

/**
 * Everything about a claim for a mediator or a court, as a ZIP that proves itself: a readable PDF, the documents, the
 * journal with its place in a root, the hash of every file, and a program that checks all of it. One document is in
 * memory at a time. Undefined when there is no such claim.
 */
export async function makeDossier(scope: AdminScope, claimId: string, now: Instant) {
  const page = await findClaimPage(scope, claimId, now);
  if (!page) return undefined;
  const [journal, told] = await Promise.all([readJournalFile(scope, claimId), listClaimEvents(scope, claimId)]);
  const entries = [
    held("dossier.pdf", await renderDossierPdf({ page, events: told, inclusion: journal.inclusion, now })),
    held("journal.json", Buffer.from(`${JSON.stringify(journal, null, 1)}\n`)),
    held("verify.mjs", await readFile(programPath())),
    ...documentEntries(page, journal),
    ...(await invoiceEntries(scope, page)),
  ];
  const sums = entries.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  const { body } = downloadZip(filesOf([...entries, held("sha256sums.txt", Buffer.from(sums))], now));
  return body ? { name: `dossier-${page.claim.reference}.zip`, body } : undefined;
}

async function* filesOf(entries: readonly Entry[], now: Instant) {
  for (const { name, read } of entries) {
    yield { name, lastModified: toDate(now), input: new Uint8Array(await read()) };
  }
}

function held(name: string, bytes: Uint8Array): Entry {
  return { name, sha256: createHash("sha256").update(bytes).digest("hex"), read: () => Promise.resolve(bytes) };
}

/** The documents the claim's journal tells of, under their identifier, so that the program can find them there. */
function documentEntries(page: ClaimPage, { events }: JournalFile): readonly Entry[] {
  const isTold = (id: string) =>
    events.some(
      ({ type, payload }) => (type === "document_verified" || type === "document_sent") && payload?.text.includes(id),
    );
  return page.documents.flatMap(({ id, fileName, status, sha256, storageKey }) => {
    if (status !== "verified" || sha256 === null || !isTold(id)) return [];
    return [{ name: `documents/${id}-${safeName(fileName)}`, sha256, read: () => bytesOf(storageKey) }];
  });
}

async function invoiceEntries(scope: AdminScope, page: ClaimPage): Promise<readonly Entry[]> {
  const pdfs = await Promise.all(
    page.invoices.map(async ({ id, number }) => ({ number, found: await findInvoicePdf(scope, id) })),
  );
  return pdfs.flatMap(({ number, found }) =>
    found ? [held(`factures/${safeName(number)}.pdf`, new Uint8Array(found.pdf))] : [],
  );
}

async function bytesOf(storageKey: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await readStoredFile(storageKey)) parts.push(part);
  return Buffer.concat(parts);
}

/** A name every system can unpack. */
function safeName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .slice(-80);
}

/** Searched upwards, as the fonts are: a checkout and a standalone server start from different places. */
function programPath(): string {
  const file = "lib/server/dossier/verify.mjs";
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const candidate = path.join(/*turbopackIgnore: true*/ folder, file);
    if (existsSync(/*turbopackIgnore: true*/ candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`${file} was not found from ${process.cwd()} upwards`);
  }
}
