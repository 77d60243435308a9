import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { env } from "@/lib/env";
import { type LocalStorage, localStorage } from "./local";
import type { ByteRange, FileStorage, NewFile, StoredFile } from "./storage";
import { isStorageKey, StoredFileMissing } from "./storage";
import { uploadthingStorage } from "./uploadthing";

let local: LocalStorage | undefined;
let remote: FileStorage | undefined;

/** Files under `DATA_DIR`, which stay readable after an installation has moved to UploadThing. */
export function localFiles(): LocalStorage {
  local ??= localStorage(resolve(/*turbopackIgnore: true*/ env().DATA_DIR, "files"));
  return local;
}

/** Keeps a new file where this installation keeps its files. */
export function storeFile(file: NewFile, content: Readable): Promise<StoredFile> {
  return (env().UPLOADTHING_TOKEN ? remoteFiles() : localFiles()).put(file, content);
}

/** @param key as kept in a row: its first part says who holds the bytes */
export async function readStoredFile(key: string, range?: ByteRange): Promise<Readable> {
  if (!isStorageKey(key)) throw new StoredFileMissing(key);
  return holderOf(key).read(key, range);
}

/** Size in bytes, or null when there is no such file. */
export async function sizeOfStoredFile(key: string): Promise<number | null> {
  return isStorageKey(key) ? holderOf(key).sizeOf(key) : null;
}

export async function deleteStoredFile(key: string): Promise<void> {
  if (isStorageKey(key)) await holderOf(key).delete(key);
}

function holderOf(key: string): FileStorage {
  return key.startsWith("local/") ? localFiles() : remoteFiles();
}

/** UploadThing's files; throws when this installation has no token. */
export function remoteFiles(): FileStorage {
  const { UPLOADTHING_TOKEN: token, UPLOADTHING_INGEST_URL: ingestUrl } = env();
  if (!token) throw new Error("UPLOADTHING_TOKEN is not set, and a document lies with UploadThing");
  remote ??= uploadthingStorage({ token, ...(ingestUrl ? { ingestUrl } : {}) });
  return remote;
}
