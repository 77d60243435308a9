import { z } from "zod";
import { recordIntake } from "@/db/commands/intake";
import { findSubmission } from "@/db/queries/submissions";
import type { Instant } from "@/lib/calendar/instant";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { jobScope, sweepScope } from "@/lib/server/scope";

/** Brings the answers given after the public form to the claim it became; each arrives once, however often it runs. */
export const carryIntakeTask = defineTask(z.object({ submissionId: z.uuid() }), ({ submissionId }) =>
  carryIntakeOf(submissionId, currentTime()),
);

export async function carryIntakeOf(submissionId: string, now: Instant): Promise<void> {
  const submission = await findSubmission(sweepScope("carry_intake"), submissionId);
  for (const { sellerId, claimId } of submission?.matches ?? []) {
    const scope = jobScope(sellerId, { kind: "visitor" });
    // One by one: an answer the order makes impossible keeps no other from arriving.
    for (const answer of submission?.intake ?? []) await recordIntake(scope, { claimId, answers: [answer] }, now);
  }
}
