import type { Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { WRITTEN_AT_ONCE } from "../storage/local";

const recordSchema = z.object({
  fileKey: z.string(),
  metadata: z.record(z.string(), z.unknown()),
  callbackUrl: z.url(),
  callbackSlug: z.string(),
});
/** What the router told us about a file before its first byte. */
export type IncomingRecord = z.output<typeof recordSchema>;

type Portion = {
  readonly offset: number;
  readonly content: Readable;
  readonly signal: AbortSignal;
  /** Told of every byte that is written. */
  readonly hash: Hash;
};

/** Files on their way in. Nothing here is visible to anyone; what is never finished is swept. */
export interface Incoming {
  remember(documentId: string, record: IncomingRecord): Promise<void>;
  recall(documentId: string): Promise<IncomingRecord | null>;
  /** Bytes held so far. */
  received(documentId: string): Promise<number>;
  /** Writes from the offset and returns the new size; what arrived before a cut stays. */
  append(documentId: string, portion: Portion): Promise<number>;
  pathOf(documentId: string): string;
  forget(documentId: string): Promise<void>;
  /** Drops what has not moved since `before`; returns how many files went. */
  sweep(before: Date): Promise<number>;
}

export function incomingFiles(root: string): Incoming {
  const at = (name: string) => join(/*turbopackIgnore: true*/ root, name);
  // Security: only a UUID ever becomes a file name.
  const pathOf = (documentId: string) => at(`${z.uuid().parse(documentId)}.part`);
  const recordPathOf = (documentId: string) => at(`${z.uuid().parse(documentId)}.json`);

  async function remember(documentId: string, record: IncomingRecord): Promise<void> {
    await mkdir(root, { recursive: true });
    await writeFile(recordPathOf(documentId), JSON.stringify(record));
  }

  async function recall(documentId: string): Promise<IncomingRecord | null> {
    const path = recordPathOf(documentId);
    if ((await sizeOf(path)) === null) return null;
    return recordSchema.parse(JSON.parse(await readFile(path, "utf8")));
  }

  async function received(documentId: string): Promise<number> {
    return (await sizeOf(pathOf(documentId))) ?? 0;
  }

  async function append(documentId: string, { offset, content, signal, hash }: Portion): Promise<number> {
    const path = pathOf(documentId);
    await truncate(path, offset);
    content.on("data", (part: Buffer) => hash.update(part));
    const file = createWriteStream(path, { flags: "r+", start: offset, highWaterMark: WRITTEN_AT_ONCE });
    await pipeline(content, file, { signal });
    return (await stat(path)).size;
  }

  async function forget(documentId: string): Promise<void> {
    await Promise.all([pathOf(documentId), recordPathOf(documentId)].map((path) => rm(path, { force: true })));
  }

  async function sweep(before: Date): Promise<number> {
    await mkdir(root, { recursive: true });
    const names = await readdir(root);
    const stale = await Promise.all(names.map(async (name) => (await stat(at(name))).mtime < before));
    const gone = names.filter((_, index) => stale[index]);
    await Promise.all(gone.map((name) => rm(at(name), { force: true })));
    return gone.length;
  }

  return { remember, recall, received, append, pathOf, forget, sweep };
}

async function truncate(path: string, size: number): Promise<void> {
  const file = await open(path, size === 0 ? "w" : "r+");
  await file.truncate(size).finally(() => file.close());
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
