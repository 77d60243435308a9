import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { processStart } from "./process-table.ts";

export type LockHolder = { readonly pid: number; readonly startedAt: string; readonly note: string };
export type Lock =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly holder: LockHolder };

/**
 * Take a lock file for as long as this process lives. A lock whose holder was
 * killed is taken over: the holder is known by number and start instant.
 *
 * @param note what the next one to ask is told about the holder, such as its address
 */
export function takeLock(path: string, note = ""): Lock {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) ?? "", note });
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    return claim(path, mine, content);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Who holds the lock and lives, if anyone. */
export function lockHolder(path: string): LockHolder | undefined {
  const holder = parse(read(path));
  return holder !== undefined && processStart(holder.pid) === holder.startedAt ? holder : undefined;
}

/** Wait for a lock that others hold for a while only. */
export async function waitForLock(path: string, onWait: () => void): Promise<() => void> {
  for (let told = false; ; told = true) {
    const lock = takeLock(path);
    if (lock.taken) return lock.release;
    if (!told) onWait();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function claim(path: string, mine: string, content: string): Lock {
  for (;;) {
    if (link(mine, path)) return { taken: true, release: () => releaseOwn(path, content) };
    const found = read(path);
    const holder = lockHolder(path);
    if (holder !== undefined) return { taken: false, holder };
    removeStale(path, found);
  }
}

/** Move aside, then look again: two that find the same stale lock must not remove each other's new one. */
function removeStale(path: string, found: string | undefined) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== found) link(aside, path);
  rmSync(aside, { force: true });
}

function releaseOwn(path: string, content: string) {
  if (read(path) === content) rmSync(path, { force: true });
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (typeof value !== "object" || value === null) return undefined;
    if (!("pid" in value && "startedAt" in value && "note" in value)) return undefined;
    const { pid, startedAt, note } = value;
    if (typeof pid !== "number" || typeof startedAt !== "string" || typeof note !== "string") return undefined;
    return { pid, startedAt, note };
  } catch {
    return undefined;
  }
}
