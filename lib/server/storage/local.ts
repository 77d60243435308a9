import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ByteRange, FileStorage, NewFile, StorageKey, StoredFile } from "./storage";
import { StoredFileMissing } from "./storage";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface LocalStorage extends FileStorage {
  /** Takes over a file that was received under `path`, on the same disk, by renaming it. */
  adopt(id: string, path: string): Promise<StoredFile>;
}

/** Files under one folder, named by our own identifiers; `root` must exist or be creatable. */
export function localStorage(root: string): LocalStorage {
  const pathOf = (id: string) => {
    // Security: the only thing that ever reaches the disk is a UUID we made, so no key can leave the folder.
    if (!UUID.test(id)) throw new StoredFileMissing(`local/${id}`);
    return join(/*turbopackIgnore: true*/ root, id.slice(-2), id);
  };
  const pathOfKey = (key: StorageKey) => pathOf(key.replace(/^local\//, ""));

  async function adopt(id: string, path: string): Promise<StoredFile> {
    const target = pathOf(id);
    await mkdir(dirname(target), { recursive: true });
    const sizeBytes = await flushed(path);
    await rename(path, target);
    return { key: `local/${id}`, sizeBytes };
  }

  async function put(file: NewFile, content: Readable): Promise<StoredFile> {
    const path = `${pathOf(file.id)}.part`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await pipeline(content, createWriteStream(path));
      return await adopt(file.id, path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async function read(key: StorageKey, range?: ByteRange): Promise<Readable> {
    const path = pathOfKey(key);
    if ((await sizeOf(key)) === null) throw new StoredFileMissing(key);
    return createReadStream(path, range);
  }

  async function sizeOf(key: StorageKey): Promise<number | null> {
    try {
      return (await stat(pathOfKey(key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return { adopt, put, read, sizeOf, delete: (key) => rm(pathOfKey(key), { force: true }) };
}

/** The bytes are on the disk before a row says so. */
async function flushed(path: string): Promise<number> {
  const file = await open(path, "r+");
  try {
    await file.datasync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof StoredFileMissing || (error instanceof Error && "code" in error && error.code === "ENOENT");
}
