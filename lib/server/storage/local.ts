import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ByteRange, FileStorage, NewFile, StorageKey, StoredFile } from "./storage";
import { StoredFileMissing } from "./storage";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Bytes that may wait for the disk: what arrives meanwhile is written in one go. */
export const WRITTEN_AT_ONCE = 1024 * 1024;

export interface LocalStorage extends FileStorage {
  /** Takes over a file that was received under `path`, on the same disk, by renaming it. */
  adopt(id: string, path: string): Promise<StoredFile>;
  /** Drops what has lain there since before an instant and belongs to nobody; returns how many files went. */
  sweep(orphans: Orphans): Promise<number>;
}

type Orphans = {
  readonly before: Date;
  /** Those of the keys that a document names. */
  readonly owned: (keys: readonly StorageKey[]) => Promise<ReadonlySet<string>>;
};

const SWEPT_AT_ONCE = 500;

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
      await pipeline(content, createWriteStream(path, { highWaterMark: WRITTEN_AT_ONCE }));
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

  async function sweep({ before, owned }: Orphans): Promise<number> {
    await mkdir(root, { recursive: true });
    let gone = 0;
    for (const folder of await readdir(root)) {
      const old = await namesBefore(join(/*turbopackIgnore: true*/ root, folder), before);
      for (let first = 0; first < old.length; first += SWEPT_AT_ONCE) {
        const names = old.slice(first, first + SWEPT_AT_ONCE);
        const kept = await owned(names.filter((name) => UUID.test(name)).map((name) => `local/${name}` as const));
        const orphans = names.filter((name) => !kept.has(`local/${name}`));
        await Promise.all(orphans.map((name) => rm(join(/*turbopackIgnore: true*/ root, folder, name))));
        gone += orphans.length;
      }
    }
    return gone;
  }

  const remove = (key: StorageKey) => rm(pathOfKey(key), { force: true });
  return { adopt, put, read, sizeOf, sweep, delete: remove, deleteById: (id) => remove(`local/${id}`) };
}

/** Whole files and beginnings of files that have not changed since. */
async function namesBefore(folder: string, before: Date): Promise<readonly string[]> {
  const names = await readdir(folder);
  const isOld = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtime < before));
  return names.filter((_, index) => isOld[index]);
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
