import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { submissions } from "@/db/schema/links";
import { withScope } from "@/db/scope";
import { type AdminScope, actorText, type EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { SubmissionInput } from "@/lib/claims/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/**
 * Keep what was sent through the public form, with its instant, before anything is looked up: it is the opening
 * instant of the claim, whenever the order is found.
 */
export async function recordSubmission(scope: EntryScope, input: SubmissionInput, now: Instant): Promise<string> {
  const id = uuidv7();
  await withScope(scope, async (tx) => {
    await tx.insert(submissions).values({ ...input, id, status: "waiting", submittedAt: now });
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "submission_received",
      actor: scope.actor,
      at: now,
      payload: { submissionId: id, orderNumber: input.orderNumber, situation: input.situation },
    });
  });
  return id;
}

export type SubmissionMatch = { readonly sellerId: string; readonly claimId: string };

/** The claim a submission became, or that nothing will come of it. Told twice, the first one stands. */
export async function settleSubmission(
  scope: EntryScope | AdminScope,
  settled: { readonly submissionId: string; readonly match: SubmissionMatch | null },
  now: Instant,
): Promise<Outcome<{ readonly submissionId: string }, "not_found">> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .update(submissions)
      .set({
        status: settled.match ? "matched" : "dismissed",
        settledAt: now,
        settledBy: actorText(scope.actor),
        matches: settled.match ? [settled.match] : [],
      })
      .where(and(eq(submissions.id, settled.submissionId), eq(submissions.status, "waiting")))
      .returning({ id: submissions.id });
    if (rows.length === 0) return refused("not_found");
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "submission_settled",
      actor: scope.actor,
      at: now,
      payload: { submissionId: settled.submissionId, match: settled.match ? { ...settled.match } : null },
    });
    return accepted({ submissionId: settled.submissionId });
  });
}
