import { mkdir, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { env } from "@/lib/env";
import { type DiskLevel, diskLevel } from "@/lib/evidence/storage-care";

/** How much is free on the disk of `DATA_DIR`, in bytes, and what that means. */
export async function diskRoom(): Promise<{ readonly free: number; readonly level: DiskLevel }> {
  const { DATA_DIR, DISK_RESERVE_MB } = env();
  const folder = resolve(/*turbopackIgnore: true*/ DATA_DIR);
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { free, level: diskLevel({ free, reserve: DISK_RESERVE_MB * 1_000_000 }) };
}

/** Whether another file may be taken: always when UploadThing keeps them. */
export async function hasRoomForFiles(): Promise<boolean> {
  return Boolean(env().UPLOADTHING_TOKEN) || (await diskRoom()).level !== "full";
}

/** Whether writing failed because the disk, or what this user may fill of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
