import { eq } from "drizzle-orm";
import { enqueueJob } from "@/db/commands/jobs";
import { submissions } from "@/db/schema/links";
import { type Transaction, withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";
import type { SubmittedAnswer } from "@/lib/claims/intake";
import { maskPayment } from "@/lib/messages/masking";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** Answers kept on what was sent, before a claim takes them. */
const MAX_ANSWERS = 40;

/** Keep an answer given right after the public form; a job carries it to the claim, if there is one by then. */
export async function recordSubmittedAnswer(
  scope: EntryScope,
  input: { readonly submissionId: string; readonly answers: readonly SubmittedAnswer[] },
): Promise<Outcome<null, "not_found" | "too_many_versions">> {
  const { submissionId } = input;
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ intake: submissions.intake, orderNumber: submissions.orderNumber })
      .from(submissions)
      .where(eq(submissions.id, submissionId))
      .for("update");
    if (!row) return refused("not_found");
    const added = input.answers
      .map((given) => masked(given, row.orderNumber))
      .filter((given) => !stands(row.intake, given));
    if (row.intake.length + added.length > MAX_ANSWERS) return refused("too_many_versions");
    if (added.length === 0) return accepted(null);
    await tx
      .update(submissions)
      .set({ intake: [...row.intake, ...added] })
      .where(eq(submissions.id, submissionId));
    await carryIntake(tx, submissionId);
    return accepted(null);
  });
}

/** Ask for the answers of a submission to be carried to its claim: when one is given, and when the claim is there. */
export async function carryIntake(tx: Transaction, submissionId: string): Promise<void> {
  await enqueueJob(tx, "carry_intake", { submissionId }, { key: `carry_intake:${submissionId}` });
}

function masked(given: SubmittedAnswer, orderNumber: string): SubmittedAnswer {
  const { question, answer } = given;
  if (typeof answer !== "string" || question === "serial") return given;
  return { ...given, answer: maskPayment(answer, [orderNumber]).text };
}

function stands(known: readonly SubmittedAnswer[], given: SubmittedAnswer): boolean {
  const last = known.findLast(({ question }) => question === given.question);
  return JSON.stringify(last?.answer) === JSON.stringify(given.answer);
}
