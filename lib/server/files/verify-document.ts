import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { recordVerification, type Verification } from "@/db/commands/document-verification";
import { findUnverifiedDocument, findVerifiedTwin } from "@/db/queries/documents";
import { parseInstant } from "@/lib/calendar/instant";
import { ACCEPTED_TYPES, type AcceptedType, MAX_FILE_BYTES } from "@/lib/evidence/accepted-file";
import { readFacts } from "@/lib/evidence/read-facts";
import { readProofText } from "@/lib/evidence/read-proof-text";
import type { VerifiedFile } from "@/lib/evidence/verification";
import { currentTime } from "../clock";
import { defineTask } from "../jobs/task";
import { readUploadedPdf } from "../pdf/uploaded-pdf";
import { jobScope } from "../scope";
import { StoredFileMissing } from "../storage/storage";
import { deleteStoredFile, readStoredFile, storeFile } from "../storage/stored-files";
import { typeOfBytes } from "./file-signature";
import { keepPreview, keptPreview } from "./kept-preview";
import { isFreeOfMalware } from "./malware-scan";
import { pdfPreview } from "./preview";
import { readImage } from "./read-image";
import { readPdf } from "./read-pdf";

const payloadSchema = z.object({ sellerId: z.uuid(), documentId: z.uuid() });

/**
 * Looks at a file before anyone else does. Run again after a crash it starts over: until the row says so, nothing has
 * happened, and bytes without a row are swept.
 */
export const verifyDocumentTask = defineTask(payloadSchema, verifyDocument);

export async function verifyDocument({ sellerId, documentId }: z.output<typeof payloadSchema>): Promise<void> {
  const scope = jobScope(sellerId, { kind: "system", job: "verify_document" });
  const document = await findUnverifiedDocument(scope, documentId);
  if (!document) return;
  const verification = await verify(scope, document);
  const isRecorded = await recordVerification(scope, documentId, { verification, now: currentTime() });
  const kept = verification.kind === "verified" ? verification.file.storageKey : undefined;
  if (isRecorded && document.storageKey !== kept) await deleteStoredFile(document.storageKey);
}

type Scope = ReturnType<typeof jobScope>;
type Unverified = NonNullable<Awaited<ReturnType<typeof findUnverifiedDocument>>>;

async function verify(scope: Scope, document: Unverified): Promise<Verification> {
  const bytes = await wholeFile(document.storageKey);
  if (bytes === null) return { kind: "refused", reason: "missing" };
  if (bytes.byteLength === 0) return { kind: "refused", reason: "empty" };
  if (bytes.byteLength > MAX_FILE_BYTES) return { kind: "refused", reason: "too_large" };
  const originalSha256 = sha256(bytes);
  const twin = await keptTwin(scope, originalSha256);
  if (twin) return { kind: "verified", file: twin };
  if (!(await isFreeOfMalware(bytes))) return { kind: "refused", reason: "malware" };
  const type = await typeOfBytes(bytes);
  if (!type.ok) return { kind: "refused", reason: type.reason };
  const original = { bytes, originalSha256, document };
  return type.value === "application/pdf" ? verifyPdf(original) : verifyImage(original);
}

type Original = { readonly bytes: Buffer; readonly originalSha256: string; readonly document: Unverified };

/** A PDF is kept as it came: a signature in it, or a Factur-X attachment, would not survive being written again. */
async function verifyPdf({ bytes, originalSha256, document }: Original): Promise<Verification> {
  const pdf = await readPdf(bytes);
  if (!pdf.ok) return { kind: "refused", reason: pdf.reason };
  return {
    kind: "verified",
    file: {
      verifiedType: "application/pdf",
      storageKey: document.storageKey,
      sizeBytes: bytes.byteLength,
      sha256: originalSha256,
      originalSha256,
      pageCount: pdf.value.pageCount,
      ...(await keepPreview(await pdfPreview(bytes))),
      capturedAt: null,
      facts: document.kind === "proof_of_delivery" ? await factsInText(bytes) : {},
    },
  };
}

/** What the text of a proof says, for the seller to confirm. */
async function factsInText(bytes: Buffer) {
  const text = await readUploadedPdf(bytes);
  return text.ok ? readFacts(readProofText(text.value.pages.join("\n")), "file") : {};
}

async function verifyImage({ bytes, originalSha256, document }: Original): Promise<Verification> {
  const image = await readImage(bytes);
  if (!image.ok) return { kind: "refused", reason: image.reason };
  const { type, facts } = image.value;
  const stored = await storeFile({ id: uuidv7(), name: document.fileName, type }, Readable.from([image.value.bytes]));
  return {
    kind: "verified",
    file: {
      verifiedType: type,
      storageKey: stored.key,
      sizeBytes: stored.sizeBytes,
      sha256: sha256(image.value.bytes),
      originalSha256,
      pageCount: null,
      ...(await keptPreview(image.value.bytes)),
      capturedAt: instantOf(facts.takenAt),
      facts,
    },
  };
}

/** The same bytes were sent before: they were verified then, and are kept once. */
async function keptTwin(scope: Scope, originalSha256: string): Promise<VerifiedFile | null> {
  const twin = await findVerifiedTwin(scope, originalSha256);
  const type = ACCEPTED_TYPES.find((accepted): accepted is AcceptedType => accepted === twin?.verifiedType);
  if (!twin?.sha256 || !type) return null;
  return { ...twin, sha256: twin.sha256, verifiedType: type, originalSha256, facts: {} };
}

/** A camera that gives no offset names no instant: the text stays a fact, the column stays empty. */
function instantOf(takenAt: string | number | undefined) {
  const parsed = parseInstant(String(takenAt ?? ""));
  return parsed.ok ? parsed.value : null;
}

async function wholeFile(key: string): Promise<Buffer | null> {
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of await readStoredFile(key)) {
      parts.push(Buffer.from(part));
      size += part.length;
      if (size > MAX_FILE_BYTES) break;
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof StoredFileMissing) return null;
    throw error;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
