import type { Worker } from "node:worker_threads";

const LOOKED_AT_EVERY_MS = 500;
/** A machine too busy to give a thread its few seconds in so long is asked again later. */
const PATIENCE_MS = 10 * 60_000;

/** The thread got too little of the processor to tell anything: nothing is wrong with what it reads. */
class StarvedThread extends Error {
  override readonly name = "StarvedThread";
}

/**
 * Settles once a thread has used so much of the processor, whatever time that took: a busy machine makes a document
 * late, never bad. Rejects when it got next to nothing for ten minutes, so that the job is tried again. Never settles
 * for a thread that ends before; `stop` ends the watch.
 */
export function watchThread(thread: Worker, cpuLimitMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const startedAt = performance.now();
  const overLimit = new Promise<void>((resolve, reject) => {
    async function look(): Promise<void> {
      const used = await processorMs(thread);
      if (isStopped) return;
      if (used > cpuLimitMs) resolve();
      else if (performance.now() - startedAt > PATIENCE_MS) reject(new StarvedThread());
      else timer = setTimeout(() => void look(), LOOKED_AT_EVERY_MS);
    }
    timer = setTimeout(() => void look(), LOOKED_AT_EVERY_MS);
  });
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { overLimit, stop };
}

/** A thread that has not begun, or has ended, uses none. */
async function processorMs(thread: Worker): Promise<number> {
  try {
    const { user, system } = await thread.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0;
  }
}
