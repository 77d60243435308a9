import type { Readable } from "node:stream";
import type { ServableDocument } from "@/db/queries/documents";
import { ACCEPTED_TYPES } from "@/lib/evidence/accepted-file";
import { nameForType } from "@/lib/evidence/file-name";
import { StoredFileMissing } from "../storage/storage";
import { readStoredFile } from "../storage/stored-files";
import { requestedRange } from "./byte-range";

/** How the reader wants it: kept as a file, or looked at in the page. */
export type Disposition = "attachment" | "preview";

/**
 * A verified document's bytes, for somebody whose right to see them was just proven.
 *
 * Security: the type is the one found in the bytes, never the sender's; a preview is a picture of our own making, or
 * the small picture itself, in a sandbox without scripts. A PDF that could not be drawn is only ever kept as a file.
 */
export async function serveDocument(
  stored: ServableDocument,
  request: Request,
  disposition: Disposition,
): Promise<Response> {
  const document = disposition === "preview" ? previewOf(stored) : stored;
  const etag = `"${document.sha256}"`;
  const headers = {
    "content-type": document.verifiedType ?? "application/octet-stream",
    "content-disposition": contentDisposition(document, disposition),
    "content-security-policy": "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag,
  };
  const size = document.sizeBytes;
  const isOtherVersion = request.headers.has("if-range") && request.headers.get("if-range") !== etag;
  const range = isOtherVersion ? "whole" : requestedRange(request.headers.get("range"), size);
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  }
  if (request.method === "HEAD") return new Response(null, { headers: { ...headers, "content-length": `${size}` } });
  if (range === "whole") return answer(document, { status: 200, headers: { ...headers, "content-length": `${size}` } });
  const partial = {
    ...headers,
    "content-length": `${range.end - range.start + 1}`,
    "content-range": `bytes ${range.start}-${range.end}/${size}`,
  };
  return answer(document, { status: 206, headers: partial, range });
}

/** The picture made of the document, under a hash of its own, or the document itself when it has none. */
function previewOf(document: ServableDocument): ServableDocument {
  const { previewKey, previewBytes } = document;
  if (previewKey === null || previewBytes === null) return document;
  return {
    ...document,
    verifiedType: "image/webp",
    sizeBytes: previewBytes,
    sha256: `${document.sha256}-preview`,
    storageKey: previewKey,
  };
}

type Answer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly range?: { readonly start: number; readonly end: number };
};

async function answer(document: ServableDocument, { status, headers, range }: Answer): Promise<Response> {
  try {
    return new Response(webStream(await readStoredFile(document.storageKey, range)), { status, headers });
  } catch (error) {
    // The nightly check names it to the operator; its reader can only be told that it is not there.
    if (error instanceof StoredFileMissing) return new Response(null, { status: 404 });
    throw error;
  }
}

/** Read only as fast as the reader takes it; closed when the reader goes away. */
function webStream(content: Readable): ReadableStream<Uint8Array> {
  const parts = content[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(part.value);
    },
    cancel: () => {
      content.destroy();
    },
  });
}

function contentDisposition(document: ServableDocument, disposition: Disposition): string {
  const type = ACCEPTED_TYPES.find((accepted) => accepted === document.verifiedType);
  const fileName = type ? nameForType(document.fileName, type) : document.fileName;
  const inline = disposition === "preview" && type?.startsWith("image/");
  const plain = fileName
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${inline ? "inline" : "attachment"}; filename="${plain || "document"}"; filename*=UTF-8''${encoded}`;
}
