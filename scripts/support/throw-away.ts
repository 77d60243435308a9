import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readClusterRecord } from "./cluster.ts";
import { lockHolder, takeLock } from "./lock.ts";
import { runningPostmaster, stopPostmaster } from "./postmaster.ts";

const PREFIX = "espace-vendeur-test-";

/** A data directory for one test run. What killed runs left behind is removed first, their databases stopped. */
export async function throwAwayDirectory(): Promise<string> {
  await removeAbandoned();
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(directory, 0o711);
  takeLock(join(directory, "test.lock"));
  return directory;
}

export function removeDirectory(directory: string) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

async function removeAbandoned() {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const directory of names.map((name) => join(tmpdir(), name))) {
    if (lockHolder(join(directory, "test.lock")) !== undefined) continue;
    try {
      await stopClusterOf(directory);
      removeDirectory(directory);
    } catch {
      // Another user's folder: theirs to remove.
    }
  }
}

async function stopClusterOf(directory: string) {
  const record = readClusterRecord(directory);
  const postmaster = record && runningPostmaster(join(record.directory, "cluster"));
  if (postmaster !== undefined) await stopPostmaster(postmaster.pid);
}
