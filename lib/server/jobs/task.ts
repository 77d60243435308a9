import type { z } from "zod";

export type JobContext = {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Raised when the worker wants to stop: a long job leaves off and throws, and is run again later. */
  readonly signal: AbortSignal;
};

/** A task with its payload's type checked already: the registry holds tasks of many payloads. */
export type Task = { readonly run: (payload: unknown, context: JobContext) => Promise<void> };

/**
 * A kind of job. The queue delivers at least once: a handler must do no harm
 * when it runs again after a crash. A payload that does not fit its schema is
 * a bug and fails the job, visibly, after the usual retries.
 *
 * @param handle throws to be retried later, with growing pauses
 */
export function defineTask<Schema extends z.ZodType>(
  schema: Schema,
  handle: (payload: z.output<Schema>, context: JobContext) => Promise<void>,
): Task {
  return { run: async (payload, context) => handle(schema.parse(payload), context) };
}
