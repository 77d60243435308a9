import { z } from "zod";
import { forgetIdempotencyKeys } from "@/db/commands/idempotency";
import { forgetRateLimits } from "@/db/commands/rate-limits";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Forgets idempotency keys nobody can repeat any more, and counts of windows long over. */
export const sweepApiTask = defineTask(z.unknown(), async () => {
  const now = currentTime();
  const scope = sweepScope("sweep_api");
  await forgetIdempotencyKeys(scope, now);
  await forgetRateLimits(scope, now);
});
