import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { StoredFileMissing } from "../storage/storage";
import { readStoredFile } from "../storage/stored-files";

/** SHA-256 of a stored file's bytes, read in pieces; undefined when there is no such file. */
export async function storedSha256(storageKey: string): Promise<string | undefined> {
  const digest = createHash("sha256");
  try {
    await pipeline(await readStoredFile(storageKey), digest);
    return digest.digest("hex");
  } catch (error) {
    if (error instanceof StoredFileMissing) return undefined;
    throw error;
  }
}
