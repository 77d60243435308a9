import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * A quarter of Unix’s scale of 19: about a third of a processor that is wanted elsewhere, all of one that is free. Not
 * less: a job may hold a lock that somebody waits for.
 */
const BACKGROUND = 5;

/**
 * Let a process that nobody waits for give way to those that answer people. Asked right after its start: the threads
 * it makes later, V8’s own among them, inherit it.
 *
 * Linux weighs sessions before processes (autogroup), and ours have a session each: the session’s weight counts too.
 */
export function runInBackground(pid: number): void {
  attempt(() => setPriority(pid, BACKGROUND));
  if (process.platform === "linux") attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(BACKGROUND)));
}

/** A system that allows neither runs it as it is: slower pages at worst. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Ended already, or not allowed here.
  }
}
