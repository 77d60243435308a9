import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { moveFile } from "@/db/commands/move-file";
import { type LocalFile, listLocalFiles, ownedKeys } from "@/db/queries/kept-files";
import type { FileFault } from "@/lib/evidence/storage-care";
import type { sweepScope } from "../scope";
import { type FileStorage, isStorageKey, type StorageKey, StoredFileMissing } from "../storage/storage";

type Sweep = ReturnType<typeof sweepScope>;
type Move = {
  readonly from: FileStorage;
  readonly to: FileStorage;
  /** Waited before the first copies of moved files are deleted: a job that read their keys has ended by then. */
  readonly graceMs: number;
  readonly tell?: (moved: number) => void;
};
type Moved = { readonly moved: number; readonly faults: readonly FileFault[] };

const READ_AT_ONCE = 100;

/**
 * Move every verified document's bytes, one file at a time, and delete the old ones at the end. Killed anywhere and run
 * again it goes on where it stopped; what lies here for nobody by then is swept at night.
 */
export async function moveFiles(scope: Sweep, move: Move): Promise<Moved> {
  const left: StorageKey[] = [];
  const faults: FileFault[] = [];
  let page = await listLocalFiles(scope, undefined, READ_AT_ONCE);
  while (page.length > 0) {
    for (const document of page) {
      for (const file of filesOf(document)) {
        const result = await moveOne(scope, file, move);
        if (result === "moved") {
          left.push(file.key);
          move.tell?.(left.length);
        } else if (result !== "left") {
          const { sellerId, documentId } = document;
          faults.push({ sellerId, documentId, part: file.part, fault: result });
        }
      }
    }
    page = await listLocalFiles(scope, page.at(-1), READ_AT_ONCE);
  }
  await deleteLeft(scope, left, move);
  return { moved: left.length, faults };
}

type OneFile = {
  readonly part: FileFault["part"];
  readonly key: StorageKey;
  readonly name: string;
  readonly type: string;
  /** Null where only the length is known. */
  readonly sha256: string | null;
};

function filesOf(document: LocalFile): readonly OneFile[] {
  const { storageKey, previewKey, sha256, fileName, verifiedType } = document;
  const files = [
    { part: "document" as const, key: storageKey, name: fileName, type: verifiedType ?? "", sha256 },
    { part: "preview" as const, key: previewKey ?? "", name: "apercu.webp", type: "image/webp", sha256: null },
  ];
  return files.flatMap(({ key, ...file }) => (isStorageKey(key) && key.startsWith("local/") ? [{ ...file, key }] : []));
}

async function moveOne(
  scope: Sweep,
  file: OneFile,
  { from, to }: Move,
): Promise<"moved" | "left" | FileFault["fault"]> {
  const bytes = await bytesOf(from, file.key);
  if (bytes === null) return "missing";
  if (file.sha256 !== null && sha256(bytes) !== file.sha256) return "changed";
  const id = file.key.slice("local/".length);
  const isMoved = await moveFile(scope, file.key, async () => {
    // A run that was killed may have sent it already, under a key it told nobody.
    await to.deleteById(id);
    return (await to.put({ id, name: file.name, type: file.type }, Readable.from([bytes]))).key;
  });
  return isMoved ? "moved" : "left";
}

async function deleteLeft(scope: Sweep, keys: readonly StorageKey[], { from, graceMs }: Move): Promise<void> {
  if (keys.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  for (let first = 0; first < keys.length; first += READ_AT_ONCE) {
    const some = keys.slice(first, first + READ_AT_ONCE);
    const owned = await ownedKeys(scope, some);
    for (const key of some) if (!owned.has(key)) await from.delete(key);
  }
}

async function bytesOf(storage: FileStorage, key: StorageKey): Promise<Buffer | null> {
  try {
    return Buffer.concat(await (await storage.read(key)).toArray());
  } catch (error) {
    if (error instanceof StoredFileMissing) return null;
    throw error;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
