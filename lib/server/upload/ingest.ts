import { createHash } from "node:crypto";
import type { Instant } from "@/lib/calendar/instant";
import { isDiskFull } from "../storage/disk-room";
import type { LocalStorage } from "../storage/local";
import { type StorageKey, StoredFileMissing } from "../storage/storage";
import type { IncomingRecord } from "./incoming";
import { type HookSettings, reportReceived } from "./ingest-hooks";
import { type IngestRefusal, ingestRefusal, RefusedUpload } from "./ingest-refusal";
import { BrokenForm, readMultipart } from "./multipart";
import { oneAtATime } from "./one-at-a-time";
import { readSignedAddress, type SignedUpload } from "./signature";

/** The app's own ingest: what UploadThing's servers do for a file, spoken over the same signed protocol. */
export type IngestSettings = HookSettings & {
  readonly storage: LocalStorage;
  readonly now: () => Instant;
  readonly hasRoom: () => Promise<boolean>;
};

/** Room for the part's header and boundaries around the file's own bytes. */
const ENVELOPE_BYTES = 16 * 1024;

/** `HEAD {ingest}/{key}`: how many bytes we hold, so that a cut upload goes on where it stopped. */
export async function answerHead(request: Request, ingest: IngestSettings): Promise<Response> {
  const address = signedAddress(request, ingest);
  if (!address.ok) return ingestRefusal(address.reason);
  const { documentId } = address.value;
  const start = await oneAtATime(documentId, () => heldBytes(address.value, ingest));
  return new Response(null, { headers: { "x-ut-range-start": String(start), "cache-control": "no-store" } });
}

/** `PUT {ingest}/{key}`: one multipart `file` from the offset in `Range`, streamed to disk. */
export async function answerPut(request: Request, ingest: IngestSettings): Promise<Response> {
  const address = signedAddress(request, ingest);
  if (!address.ok) return ingestRefusal(address.reason);
  const upload = address.value;
  return oneAtATime(upload.documentId, async (signal) => {
    const record = await ingest.incoming.recall(upload.documentId);
    if (record?.fileKey !== upload.fileKey) return ingestRefusal("unknown");
    // The address may be an hour old.
    if (!(await ingest.hasRoom())) return ingestRefusal("disk_full");
    const received = await receive({ request, upload, signal }, ingest);
    return typeof received === "string" ? ingestRefusal(received) : complete({ upload, record, received }, ingest);
  });
}

function signedAddress(request: Request, { url, token, now }: IngestSettings) {
  return readSignedAddress(request.url, { url, apiKey: token.apiKey, appId: token.appId, now: now() });
}

/** A file that arrived whole but could not be registered is held whole: the next attempt sends nothing again. */
async function heldBytes(upload: SignedUpload, { incoming, storage }: IngestSettings): Promise<number> {
  const stored = await storage.sizeOf(storageKey(upload));
  return Math.min(stored ?? (await incoming.received(upload.documentId)), upload.sizeBytes);
}

const FORGOTTEN: readonly IngestRefusal[] = ["too_large", "size_mismatch", "disk_full"];

type Reception = { readonly request: Request; readonly upload: SignedUpload; readonly signal: AbortSignal };

/** A whole file; its hash is known when it came in one piece. */
type Received = { readonly sha256?: string };

/** @returns a refusal, or what is known once the announced file is there from its first byte to its last */
async function receive(
  { request, upload, signal }: Reception,
  ingest: IngestSettings,
): Promise<IngestRefusal | Received> {
  const offset = rangeStart(request);
  const held = await heldBytes(upload, ingest);
  if (offset > held) return "resume_lost";
  if (declaredLength(request) > upload.sizeBytes - offset + ENVELOPE_BYTES) return "too_large";
  if (offset === upload.sizeBytes) return {};
  const hash = createHash("sha256");
  try {
    await readMultipart(request, {
      limits: { fileBytes: upload.sizeBytes - offset, files: 1, fields: 0 },
      onFile: async ({ content, isTruncated }) => {
        const size = await ingest.incoming.append(upload.documentId, { offset, content, signal, hash });
        if (isTruncated()) throw new RefusedUpload("too_large");
        if (size < upload.sizeBytes) throw new RefusedUpload("size_mismatch");
      },
    });
  } catch (error) {
    const reason = asRefusal(error);
    // A cut connection leaves the beginning of the file; anything else is no part of it.
    if (FORGOTTEN.includes(reason)) await ingest.incoming.forget(upload.documentId);
    return reason;
  }
  if ((await ingest.incoming.received(upload.documentId)) !== upload.sizeBytes) return "size_mismatch";
  return offset === 0 ? { sha256: hash.digest("hex") } : {};
}

type Whole = { readonly upload: SignedUpload; readonly record: IncomingRecord; readonly received: Received };

async function complete({ upload, record, received }: Whole, ingest: IngestSettings): Promise<Response> {
  const { incoming, storage } = ingest;
  const key = storageKey(upload);
  if ((await incoming.received(upload.documentId)) === upload.sizeBytes) {
    await storage.adopt(upload.documentId, incoming.pathOf(upload.documentId));
  }
  // Nothing is served from the ingest: a document has one door, which asks who is there.
  const address = `${ingest.url}/${upload.fileKey}`;
  const file = {
    name: upload.name,
    size: upload.sizeBytes,
    type: upload.type,
    customId: upload.documentId,
    key: upload.fileKey,
    url: address,
    appUrl: address,
    ufsUrl: address,
    fileHash: received.sha256 ?? (await hashOf(storage, key)),
  };
  const serverData = await reportReceived(file, record, ingest);
  if (serverData === undefined) return ingestRefusal("not_registered");
  await incoming.forget(upload.documentId);
  return Response.json({ url: address, appUrl: address, ufsUrl: address, fileHash: file.fileHash, serverData });
}

async function hashOf(storage: LocalStorage, key: StorageKey): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of await storage.read(key)) hash.update(part);
  return hash.digest("hex");
}

function storageKey(upload: SignedUpload): StorageKey {
  return `local/${upload.documentId}`;
}

/** Bytes the sender believes we hold: `Range: bytes=N-`, nothing means from the first. */
function rangeStart(request: Request): number {
  const start = /^bytes=(\d{1,15})-/.exec(request.headers.get("range") ?? "")?.[1];
  return start === undefined ? 0 : Number(start);
}

function declaredLength(request: Request): number {
  return Number(request.headers.get("content-length") ?? 0);
}

function asRefusal(error: unknown): IngestRefusal {
  if (error instanceof RefusedUpload) return error.reason;
  if (error instanceof BrokenForm || (error instanceof Error && error.name === "AbortError")) return "broken_form";
  if (isDiskFull(error)) return "disk_full";
  if (error instanceof StoredFileMissing) return "resume_lost";
  throw error;
}
