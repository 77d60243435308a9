import { z } from "zod";
import { freeLostJobs } from "@/db/commands/jobs";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Gives the jobs of killed workers to the living. */
export const freeLostJobsTask = defineTask(z.unknown(), async () => {
  await freeLostJobs(sweepScope("free_lost_jobs"), currentTime());
});
