import { z } from "zod";
import { recordFileCheck } from "@/db/commands/record-file-check";
import { findKeptFile, type KeptFile, listKeptFiles, ownedKeys } from "@/db/queries/kept-files";
import { fromEpochMs, type Instant, toDate, toEpochMs } from "@/lib/calendar/instant";
import { type FileFault, STORAGE_CARE } from "@/lib/evidence/storage-care";
import { currentTime } from "../clock";
import { defineTask } from "../jobs/task";
import { sweepScope } from "../scope";
import { localFiles, sizeOfStoredFile } from "../storage/stored-files";
import { storedSha256 } from "./stored-hash";

type Sweep = ReturnType<typeof sweepScope>;
const DAY_MS = 86_400_000;
const READ_AT_ONCE = 200;
/** So many faults are kept; more would tell the reader nothing new. */
const MOST_KEPT = 200;

/** Every night: what lies there for nobody goes, and every document's bytes are compared with what its row says. */
export const checkFilesTask = defineTask(z.unknown(), async (_payload, { signal }) => {
  await checkFiles(sweepScope("check_files"), currentTime, signal);
});

/** @param clock asked again at the end, since it may take hours */
export async function checkFiles(scope: Sweep, clock: () => Instant, signal?: AbortSignal) {
  const startedAt = clock();
  const orphans = await sweepOrphans(scope, startedAt);
  const faults: FileFault[] = [];
  let [files, bytes] = [0, 0];
  let page = await listKeptFiles(scope, undefined, READ_AT_ONCE);
  while (page.length > 0) {
    for (const file of page) {
      signal?.throwIfAborted();
      files += 1;
      bytes += file.sizeBytes;
      const found = await certainFaults(scope, file);
      faults.push(...found.slice(0, MOST_KEPT - faults.length));
    }
    page = await listKeptFiles(scope, page.at(-1), READ_AT_ONCE);
  }
  return recordFileCheck(scope, { startedAt, endedAt: clock(), files, bytes, orphans, faults });
}

/** Only our own disk: at UploadThing other installations may keep files under the same token. */
function sweepOrphans(scope: Sweep, now: Instant): Promise<number> {
  const before = toDate(fromEpochMs(toEpochMs(now) - STORAGE_CARE.orphanDays * DAY_MS));
  return localFiles().sweep({ before, owned: (keys) => ownedKeys(scope, keys) });
}

/** A file may have been moved or erased since its row was read: what looks wrong is looked at again. */
async function certainFaults(scope: Sweep, file: KeptFile): Promise<readonly FileFault[]> {
  if ((await faultsOf(file)).length === 0) return [];
  const fresh = await findKeptFile(scope, file);
  return fresh ? faultsOf(fresh) : [];
}

async function faultsOf(file: KeptFile): Promise<readonly FileFault[]> {
  const { sellerId, documentId, storageKey, sha256, previewKey, previewBytes } = file;
  const ofDocument = await faultOf(() => storedSha256(storageKey), sha256);
  const ofPreview = previewKey ? await faultOf(() => sizeOfStoredFile(previewKey), previewBytes) : undefined;
  return [
    ...(ofDocument ? [{ sellerId, documentId, part: "document", fault: ofDocument } as const] : []),
    ...(ofPreview ? [{ sellerId, documentId, part: "preview", fault: ofPreview } as const] : []),
  ];
}

/** One file that a failing disk or host does not give must not hide what is wrong with the others. */
async function faultOf<Value>(
  read: () => Promise<Value | null | undefined>,
  expected: Value | null,
): Promise<FileFault["fault"] | undefined> {
  try {
    const found = await read();
    if (found === undefined || found === null) return "missing";
    return found === expected ? undefined : "changed";
  } catch {
    return "unreadable";
  }
}
