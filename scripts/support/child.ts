import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export type Supervised = {
  /** The process of this moment. */
  current(): ChildProcess;
  /** From now on its end is expected. */
  letGo(): void;
};

const RESTARTS_ALLOWED = 5;
const RESTART_WINDOW_MS = 60_000;
const FIRST_PAUSE_MS = 500;

/**
 * Keep a process of the product running: when it ends by itself it is started
 * again after a pause that doubles, and given up after five ends in a minute.
 */
export async function supervise(
  name: string,
  start: () => ChildProcess | Promise<ChildProcess>,
  giveUp: (sentence: string) => void,
): Promise<Supervised> {
  let child = await start();
  let isExpected = false;
  const ends: number[] = [];

  const startAgain = async (how: string): Promise<void> => {
    if (isExpected) return;
    const recent = ends.filter((end) => end > performance.now() - RESTART_WINDOW_MS).length;
    ends.push(performance.now());
    if (recent >= RESTARTS_ALLOWED) return giveUp(`${name} ended ${recent + 1} times within a minute (${how}).`);
    console.error(`${name} ended (${how}): starting it again.`);
    await sleep(FIRST_PAUSE_MS * 2 ** recent);
    if (isExpected) return;
    try {
      child = await start();
      watch();
    } catch (error) {
      await startAgain(error instanceof Error ? error.message : String(error));
    }
  };
  const watch = () => {
    if (child.exitCode !== null || child.signalCode !== null) return void startAgain("at once");
    child.once("error", (error) => void startAgain(error.message));
    child.once("exit", (code, signal) => void startAgain(signal ?? `code ${code}`));
  };
  watch();
  return {
    current: () => child,
    letGo: () => {
      isExpected = true;
    },
  };
}
