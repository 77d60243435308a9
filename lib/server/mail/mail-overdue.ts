import { z } from "zod";
import { queueOverdueMails } from "@/db/commands/overdue-mails";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Tells sellers of the clocks whose bound has just passed without an answer. */
export const mailOverdueTask = defineTask(z.unknown(), async () => {
  await queueOverdueMails(sweepScope("mail_overdue"), currentTime());
});
