import type { Readable } from "node:stream";

/** Where a file's bytes lie: the driver's name, then the driver's own key. The only form kept in a row. */
export type StorageKey = `local/${string}` | `uploadthing/${string}`;

/** Inclusive at both ends, in bytes, as in an HTTP range. */
export type ByteRange = { readonly start: number; readonly end: number };

export type NewFile = {
  /** Our own identifier, a UUID: never the name the sender gave. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
};

export type StoredFile = { readonly key: StorageKey; readonly sizeBytes: number };

/** One door to file bytes, whatever keeps them. A file is visible whole or not at all. */
export interface FileStorage {
  put(file: NewFile, content: Readable): Promise<StoredFile>;
  /** Throws `StoredFileMissing` when there is no such file. */
  read(key: StorageKey, range?: ByteRange): Promise<Readable>;
  /** Size in bytes, or null when there is no such file. */
  sizeOf(key: StorageKey): Promise<number | null>;
  /** Deleting what is not there is no error: a retried job must not fail. */
  delete(key: StorageKey): Promise<void>;
  /** Deletes whatever was kept under our own identifier: what a killed attempt left, whose key nobody wrote down. */
  deleteById(id: string): Promise<void>;
}

export class StoredFileMissing extends Error {
  constructor(key: string) {
    super(`no stored file ${key}`);
    this.name = "StoredFileMissing";
  }
}

export function isStorageKey(value: string): value is StorageKey {
  return /^(local\/[0-9a-f-]{36}|uploadthing\/[A-Za-z0-9_-]{1,128})$/.test(value);
}
