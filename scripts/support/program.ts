import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runInBackground } from "./background.ts";
import { ROOT } from "./settings.ts";
import { onShutdown } from "./shutdown.ts";

const ATTACHED = join(ROOT, "scripts", "support", "attached.mjs");

const END_PATIENCE_MS = 8_000;

export type Program = {
  readonly path: string;
  readonly args?: readonly string[];
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
  /** `background` gives way to whatever else wants the processor. */
  readonly priority?: "usual" | "background";
  readonly env: NodeJS.ProcessEnv;
};

/**
 * Start a program on this very Node, in a process group of its own, since
 * Ctrl-C must reach the supervisor alone. TypeScript that uses the `@/` alias
 * goes through tsx.
 */
export function startProgram({ path, args = [], nodeFlags = [], priority = "usual", env }: Program): ChildProcess {
  const loader = path.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = spawn(process.execPath, [...nodeFlags, ...loader, ATTACHED, path, ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  if (priority === "background" && child.pid !== undefined) runInBackground(child.pid);
  return child;
}

/**
 * Run a program to its end, or to ours.
 *
 * @param limitMs ends a program that hangs; half an hour when not given
 */
export async function runProgram(program: Program, limitMs = 1_800_000): Promise<{ readonly ok: boolean }> {
  const child = startProgram(program);
  const forget = onShutdown(() => endProcess(child, END_PATIENCE_MS));
  const limit = setTimeout(() => {
    console.error(`${program.path} was ended after ${limitMs / 60_000} minutes.`);
    void endProcess(child, END_PATIENCE_MS);
  }, limitMs);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("exit", resolve);
  });
  clearTimeout(limit);
  forget();
  return { ok: code === 0 };
}

/** End a process group: SIGTERM to its leader, SIGKILL to whoever is left when it is gone or patience is over. */
export async function endProcess(child: ChildProcess, patienceMs: number): Promise<void> {
  const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (isRunning) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })]);
  }
  killGroup(child);
}

function killGroup(child: ChildProcess) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}
