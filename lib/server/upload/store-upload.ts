import { Readable } from "node:stream";
import { type AnnouncementRefusal, announceUpload, registerUpload, type UploadTarget } from "@/db/commands/documents";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type AnnouncedRefusal, announcedRefusal, announcedType } from "@/lib/evidence/accepted-file";
import type { DocumentKind } from "@/lib/evidence/document";
import { displayFileName } from "@/lib/evidence/file-name";
import type { Json } from "@/lib/journal/canonical";
import { type Outcome, refused } from "@/lib/outcome";
import { jobScope } from "../scope";
import { hasRoomForFiles, isDiskFull } from "../storage/disk-room";
import type { NewFile, StoredFile } from "../storage/storage";
import { deleteStoredFile, storeFile } from "../storage/stored-files";
import type { FilePart } from "./multipart";

export type StoreRefusal = AnnouncedRefusal | AnnouncementRefusal | "disk_full";

export type UploadPurpose = { readonly target: UploadTarget; readonly kind: DocumentKind; readonly facts?: Json };

/**
 * One file of a form, streamed to where files are kept and registered: what a browser without JavaScript and the API
 * send. Its size is known only once it has arrived, so it is judged then.
 */
export async function storeUpload(
  scope: OneSellerScope,
  purpose: UploadPurpose,
  { part, now }: { readonly part: FilePart; readonly now: Instant },
): Promise<Outcome<{ readonly documentId: string }, StoreRefusal>> {
  const file = { name: displayFileName(part.name), type: announcedType(part) ?? part.type, size: 1 };
  const refusal = announcedRefusal(file);
  if (refusal) return drained(part, refusal);
  if (!(await hasRoomForFiles())) return drained(part, "disk_full");
  const announced = await announceUpload(scope, { ...purpose, files: [file] }, now);
  const [documentId] = announced.ok ? announced.value : [];
  if (!documentId) return drained(part, announced.ok ? "not_found" : announced.reason);

  const stored = await storedOrFull({ id: documentId, name: file.name, type: file.type }, part);
  if (stored === "disk_full") return refused(stored);
  if (part.isTruncated() || stored.sizeBytes === 0) {
    await deleteStoredFile(stored.key);
    return refused(stored.sizeBytes === 0 ? "empty" : "too_large");
  }
  // A customer's scope writes no journal of a seller: what it proved holds for the registration that follows.
  const registrar = jobScope(scope.sellerId, scope.actor);
  return registerUpload(registrar, { documentId, storageKey: stored.key, sizeBytes: stored.sizeBytes }, now);
}

/** A disk that is full is no fault of the sender's, and the next part may be smaller. */
async function storedOrFull(file: NewFile, part: FilePart): Promise<StoredFile | "disk_full"> {
  try {
    // The part must not be destroyed when writing fails: the form would wait for its end for ever.
    return await storeFile(file, Readable.from(part.content.iterator({ destroyOnReturn: false })));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    await drained(part, "disk_full");
    return "disk_full";
  }
}

/** The parts behind this one still count: the sender's other files are read on. */
async function drained<Reason extends StoreRefusal>(part: FilePart, reason: Reason) {
  for await (const _ of part.content) {
    // Read to its end and dropped.
  }
  return refused(reason);
}
