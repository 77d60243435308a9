import type { CronItem } from "graphile-worker";
import type { Task } from "@/lib/server/jobs/task";
import { sendMailTask } from "@/lib/server/mail/send-mail";

/** Every kind of job by the name `enqueueJob` is given, in snake_case: `send_mail`, `verify_document`. */
export const TASKS: Readonly<Record<string, Task>> = {
  send_mail: sendMailTask,
};

/** Jobs that run by the clock, in UTC. `match` is a crontab pattern, `task` a name of the registry. */
export const SCHEDULE: readonly CronItem[] = [];
