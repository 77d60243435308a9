import { findSubmission } from "@/db/queries/submissions";
import { isTokenOfLink, linkIdOfToken, linkToken } from "@/lib/auth/link-token";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { isIntakeField, questionsFor } from "@/lib/claims/intake";
import { entryScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/secret";

/** One submission, one ticket: there is nothing to renew. */
const GENERATION = 1;
/** For as long as someone stays at a form; afterwards the questions are on the link that was mailed. */
const TICKET_HOURS = 2;

/** What lets the browser that sent the public form, and nobody else, say more about it. */
export function intakeTicket(submissionId: string): string {
  return linkToken(secret(), { id: submissionId, generation: GENERATION });
}

/**
 * What was sent and may be added to; undefined alike when the ticket is forged or old, or when nothing is asked.
 * Whether an order was found plays no part: a stranger learns nothing here.
 */
export async function openIntakeTicket(ticket: string, now: Instant) {
  const id = linkIdOfToken(ticket);
  if (!id || !isTokenOfLink(ticket, secret(), { id, generation: GENERATION })) return undefined;
  const submission = await findSubmission(entryScope(), id);
  const oldest = fromEpochMs(toEpochMs(now) - TICKET_HOURS * 3_600_000);
  if (!submission || submission.submittedAt < oldest) return undefined;
  // A photo needs an order it belongs to, and whoever sends it proven: it is asked for on the link.
  const questions = questionsFor(submission.situation).filter(isIntakeField);
  return questions.length > 0 ? { submission, questions } : undefined;
}

export type IntakeTicket = NonNullable<Awaited<ReturnType<typeof openIntakeTicket>>>;

/** Apart from the customer's links, whose tokens have the same shape. */
function secret(): string {
  return `intake:${authSecret()}`;
}
