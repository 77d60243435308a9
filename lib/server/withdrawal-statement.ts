import { findSubmission } from "@/db/queries/submissions";
import { submittedIdentity } from "@/lib/claims/schema";
import { submissionOfToken } from "@/lib/server/acknowledgement-token";
import { entryScope } from "@/lib/server/scope";

/** What was typed in the statement of withdrawal a token opens; undefined when it opens none. */
export async function findStatement(token: string) {
  const id = submissionOfToken(token);
  const submission = id ? await findSubmission(entryScope(), id) : undefined;
  if (!submission) return undefined;
  const identity = submittedIdentity.parse(submission.identity);
  if (identity.by !== "withdrawal") return undefined;
  return {
    /** The end of the statement's identifier: short enough to be read out on the phone. */
    reference: submission.id.slice(-8).toUpperCase(),
    name: identity.name,
    orderNumber: submission.orderNumber,
    email: identity.email,
    text: submission.message,
    sentAt: submission.submittedAt,
  };
}
