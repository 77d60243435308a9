import { Readable } from "node:stream";
import { UTApi, UTFile } from "uploadthing/server";
import { MAX_FILE_BYTES } from "@/lib/evidence/accepted-file";
import type { ByteRange, FileStorage, NewFile, StorageKey, StoredFile } from "./storage";
import { StoredFileMissing } from "./storage";

type UTApiOptions = NonNullable<ConstructorParameters<typeof UTApi>[0]>;

/** Seconds an address to a private file is good for: it is used at once, by this process only. */
const ADDRESS_SECONDS = 60;
const READ_TIMEOUT_MS = 60_000;

/** Files kept by UploadThing, private: read only through this process, with addresses signed for a minute. */
export function uploadthingStorage(options: UTApiOptions): FileStorage {
  const api = new UTApi({ logLevel: "Error", ...options });

  async function request(key: StorageKey, range?: ByteRange): Promise<Response> {
    const { ufsUrl } = await api.generateSignedURL(fileKey(key), { expiresIn: ADDRESS_SECONDS });
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {};
    const response = await fetch(ufsUrl, { headers, signal: AbortSignal.timeout(READ_TIMEOUT_MS) });
    if (response.status === 404) throw new StoredFileMissing(key);
    if (!response.ok) throw new Error(`file host answered ${response.status}`);
    return response;
  }

  async function put(file: NewFile, content: Readable): Promise<StoredFile> {
    const bytes = await collected(content);
    const sent = new UTFile([bytes], file.name, { type: file.type, customId: file.id });
    const { data, error } = await api.uploadFiles(sent, { acl: "private", contentDisposition: "attachment" });
    if (error) throw new Error(`file host refused ${file.id}: ${error.message}`);
    return { key: `uploadthing/${data.key}`, sizeBytes: bytes.byteLength };
  }

  async function read(key: StorageKey, range?: ByteRange): Promise<Readable> {
    const { body } = await request(key, range);
    if (!body) throw new Error("file host answered without a body");
    return Readable.from(body, { objectMode: false });
  }

  async function sizeOf(key: StorageKey): Promise<number | null> {
    try {
      const response = await request(key, { start: 0, end: 0 });
      await response.body?.cancel();
      const total = response.headers.get("content-range")?.split("/").at(1);
      return Number(total ?? response.headers.get("content-length"));
    } catch (error) {
      if (error instanceof StoredFileMissing) return null;
      throw error;
    }
  }

  async function remove(key: StorageKey): Promise<void> {
    await api.deleteFiles(fileKey(key));
  }

  async function deleteById(id: string): Promise<void> {
    await api.deleteFiles(id, { keyType: "customId" });
  }

  return { put, read, sizeOf, delete: remove, deleteById };
}

function fileKey(key: StorageKey): string {
  return key.replace(/^uploadthing\//, "");
}

/** The host's client wants the whole file; the limit keeps that bounded. */
async function collected(content: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    if (!(part instanceof Uint8Array)) throw new Error("a stored file is a stream of bytes");
    size += part.byteLength;
    if (size > MAX_FILE_BYTES) throw new Error("a stored file is larger than the limit");
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
