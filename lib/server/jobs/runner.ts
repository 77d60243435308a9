import { EventEmitter } from "node:events";
import {
  type CronItem,
  Logger,
  parseCronItems,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { announceWorker, type WorkerPresence } from "@/db/worker-presence";
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

/** Run jobs until stopped. A worker that is killed is missed within a minute or two, and its jobs run elsewhere. */
export async function startJobs(tasks: Registry = TASKS, schedule: readonly CronItem[] = SCHEDULE): Promise<JobRunner> {
  const presence = announcedPresence();
  const { events } = presence;
  const runner = await run({ ...options(tasks), events, parsedCronItems: parseCronItems([...schedule]) });
  return { stop: () => Promise.resolve(runner.stop()), finished: runner.promise.finally(presence.end) };
}

/** Run the jobs that are due now, and return: for scripts and tests. */
export async function runDueJobs(tasks: Registry = TASKS): Promise<void> {
  const presence = announcedPresence();
  await runOnce({ ...options(tasks), events: presence.events }).finally(presence.end);
}

/** Says that the worker lives, under the name its jobs are marked with, from its first job to its last. */
function announcedPresence(): { readonly events: WorkerEvents; end(): Promise<void> } {
  const events: WorkerEvents = new EventEmitter();
  let presence: WorkerPresence | undefined;
  events.once("pool:create", ({ workerPool }) => {
    presence = announceWorker(workerPool.id, ownersUrl());
  });
  return { events, end: async () => presence?.end() };
}

/**
 * The queue's tables belong to the owner, whatever login the commands use.
 *
 * Completions are written one by one: a batch that waits is lost on shutdown,
 * and its jobs would run again.
 */
function options(tasks: Registry): RunnerOptions {
  const { WORKER_CONCURRENCY } = env();
  return {
    connectionString: ownersUrl(),
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

function ownersUrl(): string {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) throw new Error("DATABASE_URL is not set: the worker needs the owner's connection");
  return DATABASE_URL;
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
