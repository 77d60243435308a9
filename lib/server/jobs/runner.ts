import {
  type CronItem,
  Logger,
  parseCronItems,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
} from "graphile-worker";
import { env } from "@/lib/env";
import type { Task } from "@/lib/server/jobs/task";
import { SCHEDULE, TASKS } from "@/lib/server/jobs/tasks";

type Registry = Readonly<Record<string, Task>>;

export type JobRunner = {
  /** Take no further job, finish those that run, then end. */
  stop(): Promise<void>;
  /** Settles when the runner has ended, by `stop` or by a failure. */
  readonly finished: Promise<void>;
};

/** How long a job that runs at shutdown may go on before it is told to leave off. */
const DRAIN_MS = 15_000;

/** Run jobs until stopped. */
export async function startJobs(tasks: Registry = TASKS, schedule: readonly CronItem[] = SCHEDULE): Promise<JobRunner> {
  const runner = await run({ ...options(tasks), parsedCronItems: parseCronItems([...schedule]) });
  return { stop: () => Promise.resolve(runner.stop()), finished: runner.promise };
}

/** Run the jobs that are due now, and return: for scripts and tests. */
export async function runDueJobs(tasks: Registry = TASKS): Promise<void> {
  await runOnce(options(tasks));
}

/**
 * The queue's tables belong to the owner, whatever login the commands use.
 *
 * Completions are written one by one: a batch that waits is lost on shutdown,
 * and its jobs would run again.
 */
function options(tasks: Registry): RunnerOptions {
  const { DATABASE_URL, WORKER_CONCURRENCY } = env();
  if (DATABASE_URL === undefined) throw new Error("DATABASE_URL is not set: the worker needs the owner's connection");
  return {
    connectionString: DATABASE_URL,
    taskList: taskList(tasks),
    noHandleSignals: true,
    logger: LOGGER,
    preset: {
      worker: {
        concurrentJobs: WORKER_CONCURRENCY,
        maxPoolSize: WORKER_CONCURRENCY + 2,
        gracefulShutdownAbortTimeout: DRAIN_MS,
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  };
}

function taskList(tasks: Registry): TaskList {
  const entries = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
    name,
    (payload, { job, abortSignal }) =>
      task.run(payload, {
        jobId: job.id,
        attempt: job.attempts,
        maxAttempts: job.max_attempts,
        signal: abortSignal,
      }),
  ]);
  return Object.fromEntries(entries);
}

/** Only what somebody should look at: a failed job, a lost connection. The queue keeps a failed job's whole error. */
const LOGGER = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") console.error(`[jobs] ${message.split("\n", 1)}`);
});
